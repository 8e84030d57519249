#version 300 es
precision highp float;

uniform vec3 u_type_3;
uniform vec3 u_type_1;
uniform vec3 u_type_1_thick;
uniform vec3 u_type_1_edge;

in float v_across;
in float v_along;
in float v_half_px;
flat in float v_thick;
flat in vec2 v_strength_pool;
out vec4 colour;

void main() {
  float taper = sqrt(max(0.0, 1.0 - v_along * v_along * v_along * v_along));
  float half_px = max(v_half_px * taper, 0.35);
  float cover = clamp(half_px + 0.5 - abs(v_across), 0.0, 1.0) * (1.0 - smoothstep(0.9, 1.0, abs(v_along)));
  float r = clamp(abs(v_across) / max(half_px, 0.5), 0.0, 1.0);
  vec3 type_1 = mix(mix(u_type_1, u_type_1_thick, v_thick), u_type_1_edge, smoothstep(0.45, 1.0, r));
  vec3 tint = v_strength_pool.y < 0.5 ? u_type_3 : type_1;
  float alpha = cover * v_strength_pool.x * (v_strength_pool.y < 0.5 ? 0.88 : 0.95);
  colour = vec4(tint * alpha, alpha);
}

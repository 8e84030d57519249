#version 300 es
precision highp float;

uniform vec3 u_thin;
uniform vec3 u_thick;
uniform vec3 u_edge;
uniform float u_opacity;

in float v_across;
in float v_along;
in float v_half_px;
flat in float v_thick;
flat in float v_strength;
out vec4 colour;

void main() {
  float taper = sqrt(max(0.0, 1.0 - v_along * v_along * v_along * v_along));
  float half_px = max(v_half_px * taper, 0.35);
  float cover = clamp(half_px + 0.5 - abs(v_across), 0.0, 1.0) * (1.0 - smoothstep(0.9, 1.0, abs(v_along)));
  float r = clamp(abs(v_across) / max(half_px, 0.5), 0.0, 1.0);
  vec3 tint = mix(mix(u_thin, u_thick, v_thick), u_edge, smoothstep(0.45, 1.0, r));
  float alpha = cover * v_strength * u_opacity;
  colour = vec4(tint * alpha, alpha);
}

#version 300 es
precision highp float;

uniform float u_mm_per_px;
uniform vec3 u_platelet;
uniform vec3 u_neutrophil;
uniform vec3 u_macrophage;
uniform vec3 u_fibroblast;
uniform vec3 u_capillary;

in vec2 v_mm;
flat in float v_kind;
flat in float v_strength;
out vec4 colour;

void main() {
  float size = max(0.016, 3.2 * u_mm_per_px);
  vec2 p = v_mm / size;
  float unit = u_mm_per_px / size;
  vec3 tint;
  float cover;
  if (v_kind < 0.5) {          // platelet: a small disc
    cover = clamp(0.5 - (length(p * vec2(0.8, 1.2)) - 0.34) / unit, 0.0, 1.0);
    tint = u_platelet;
  } else if (v_kind < 1.5) {   // neutrophil: small, with a lobed nucleus
    cover = clamp(0.5 - (length(p) - 0.52) / unit, 0.0, 1.0);
    float lobes = min(length(p - vec2(0.18, 0.1)), length(p + vec2(0.2, 0.08))) - 0.20;
    tint = mix(u_neutrophil, u_neutrophil * 0.45, clamp(0.5 - lobes / unit, 0.0, 1.0));
  } else if (v_kind < 2.5) {   // macrophage: large and uneven
    float edge = 0.82 + 0.10 * sin(atan(p.y, p.x) * 5.0);
    cover = clamp(0.5 - (length(p) - edge) / unit, 0.0, 1.0);
    tint = mix(u_macrophage, u_macrophage * 0.5, clamp(0.5 - (length(p - 0.15) - 0.32) / unit, 0.0, 1.0));
  } else if (v_kind < 3.5) {   // fibroblast: a spindle
    float spindle = abs(p.y) - 0.34 * (1.0 - p.x * p.x / 1.6);
    cover = clamp(0.5 - spindle / unit, 0.0, 1.0) * step(abs(p.x), 1.26);
    tint = mix(u_fibroblast, u_fibroblast * 0.5, clamp(0.5 - (length(p * vec2(0.7, 1.3)) - 0.24) / unit, 0.0, 1.0));
  } else {                     // capillary sprout: a curved tube
    float line = p.y - 0.45 * sin(p.x * 1.7);
    cover = clamp(0.5 - (abs(line) - 0.26) / unit, 0.0, 1.0) * (1.0 - smoothstep(1.7, 2.1, abs(p.x)));
    tint = u_capillary * (1.1 - 0.8 * line * line);
  }
  float alpha = cover * v_strength;
  colour = vec4(tint * alpha, alpha);
}

#version 300 es
// A small square for each cell or capillary sprout.
precision highp float;

uniform mat4 u_clip_from_mm;
uniform float u_mm_per_px;

layout(location = 0) in vec2 a_corner;  // -1 or 1
layout(location = 1) in vec4 a_place;   // x, z, angle, strength
layout(location = 2) in float a_kind;   // CellKind

out vec2 v_mm;
flat out float v_kind;
flat out float v_strength;

void main() {
  // Cells are drawn at about twice their size at low magnification, or they would vanish.
  float radius = max(0.016, 3.2 * u_mm_per_px) * (a_kind > 3.5 ? 2.2 : a_kind < 0.5 ? 0.7 : 1.3);
  float s = sin(a_place.z), k = cos(a_place.z);
  v_mm = a_corner * radius;
  v_kind = a_kind;
  v_strength = a_place.w;
  gl_Position = u_clip_from_mm * vec4(a_place.xy + mat2(k, s, -s, k) * v_mm, 0.0, 1.0);
}

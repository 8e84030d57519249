#version 300 es
// A rectangle around each channel, from above the surface to below the needle's length.
precision highp float;

uniform mat4 u_clip_from_mm;
uniform float u_mm_per_px;

layout(location = 0) in vec2 a_corner;   // -1 or 1
layout(location = 1) in vec4 a_place;    // x, tilt, opening, needle diameter; mm
layout(location = 2) in vec4 a_depth;    // protrusion, reach, reach low, reach high; mm
layout(location = 3) in vec4 a_open;     // residual mm, open fraction, track visible, 1 gauge or 2 needle
layout(location = 4) in vec4 a_entry;    // shaft above the surface, depth of the curve, residual low, high; mm

out vec2 v_mm;
flat out vec4 v_place;
flat out vec4 v_depth;
flat out vec4 v_open;
flat out float v_curve;
flat out vec2 v_residual_band;

void main() {
  float half_width = max(a_place.w, 26.0 * u_mm_per_px) + abs(a_place.y) * a_entry.y + 2.0 * u_mm_per_px;
  float top = -a_entry.x, bottom = max(a_depth.x, a_depth.w) + 6.0 * u_mm_per_px;
  v_mm = vec2(a_corner.x * half_width, mix(top, bottom, 0.5 + 0.5 * a_corner.y));
  v_place = a_place;
  v_depth = a_depth;
  v_open = a_open;
  v_curve = a_entry.y;
  v_residual_band = a_entry.zw;
  gl_Position = u_clip_from_mm * vec4(v_mm.x + a_place.x, v_mm.y, 0.0, 1.0);
}

#version 300 es
// The section's plane, in millimetres, x along the surface and y downwards; stands before every vertex shader that
// draws in it.
precision highp float;

uniform mat4 u_clip_from_mm;
uniform float u_mm_per_px;
// How needles press the skin in, as Dent::downAt() in src/model/insertion.cpp: depth of one needle's bowl, half its
// width, depth to fade; then where the needles stand.
uniform vec3 u_dent;
uniform float u_dent_places[16];
uniform int u_dent_count;

vec4 clipFromMm(vec2 mm) {
  float sum = 0.0;
  for (int i = 0; i < u_dent_count; ++i) {
    float share = (mm.x - u_dent_places[i]) / u_dent.y;
    sum += pow(1.0 + share * share, -1.5);
  }
  float down = u_dent.x * sum * exp(-max(mm.y, 0.0) / u_dent.z);
  return u_clip_from_mm * vec4(mm.x, mm.y + down, 0.0, 1.0);
}

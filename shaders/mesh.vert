#version 300 es
// Triangles of the picture, in millimetres, each corner with its colour.
precision highp float;

uniform mat4 u_clip_from_mm;
// How needles press the skin in, as Dent::downAt() in src/model/insertion.cpp: depth at the labelled needle's foot over
// the sum of all bowls there, half the width, depth to fade; then where the needles stand.
uniform vec3 u_dent;
uniform float u_dent_places[16];
uniform int u_dent_count;

float down(vec2 mm) {
  float sum = 0.0;
  for (int i = 0; i < u_dent_count; ++i) {
    float share = (mm.x - u_dent_places[i]) / u_dent.y;
    sum += pow(1.0 + share * share, -1.5);
  }
  return u_dent.x * sum * exp(-max(mm.y, 0.0) / u_dent.z);
}

layout(location = 0) in vec2 a_place;   // mm
layout(location = 1) in vec4 a_colour;  // premultiplied

out vec4 v_colour;

void main() {
  v_colour = a_colour;
  gl_Position = u_clip_from_mm * vec4(a_place.x, a_place.y + down(a_place), 0.0, 1.0);
}

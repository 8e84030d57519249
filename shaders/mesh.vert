#version 300 es
// Triangles of the picture, in millimetres, each corner with its colour.
precision highp float;

uniform mat4 u_clip_from_mm;

layout(location = 0) in vec2 a_place;   // mm
layout(location = 1) in vec4 a_colour;  // premultiplied

out vec4 v_colour;

void main() {
  v_colour = a_colour;
  gl_Position = u_clip_from_mm * vec4(a_place, 0.0, 1.0);
}

// Triangles of the picture, in millimetres, each corner with its colour. Follows plane.glsl.

layout(location = 0) in vec2 a_place;   // mm
layout(location = 1) in vec4 a_colour;  // premultiplied

out vec4 v_colour;

void main() {
  v_colour = a_colour;
  gl_Position = clipFromMm(a_place);
}

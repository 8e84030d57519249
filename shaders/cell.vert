// One kind of cell of healing, in triangles around its middle, for each cell of that kind. Follows plane.glsl.

layout(location = 0) in vec2 a_place;   // mm from the middle
layout(location = 1) in vec4 a_colour;  // premultiplied
layout(location = 2) in vec4 a_cell;    // x, z; mm; angle; strength

out vec4 v_colour;

void main() {
  float s = sin(a_cell.z), k = cos(a_cell.z);
  v_colour = a_colour * a_cell.w;
  gl_Position = clipFromMm(a_cell.xy + mat2(k, s, -s, k) * a_place);
}

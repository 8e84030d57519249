// Cells of healing: copies of one shape, each turned, placed and made paler. The shape's corners come once for every copy,
// one copy after another. Follows plane.glsl.

layout(location = 0) in vec2 a_place;   // mm, around 0
layout(location = 1) in vec4 a_colour;  // premultiplied

uniform highp sampler2D u_cells;  // a texel each: x, z in mm; cosine and sine of the angle times the cell's strength
uniform int u_corners;            // of the shape

out vec4 v_colour;

const int kCellsInRow = 512;

void main() {
  int number = gl_VertexID / u_corners;
  vec4 cell = texelFetch(u_cells, ivec2(number % kCellsInRow, number / kCellsInRow), 0);
  float strength = length(cell.zw);
  vec2 turn = cell.zw / strength;
  v_colour = a_colour * strength;
  gl_Position = clipFromMm(cell.xy + mat2(turn.x, turn.y, -turn.y, turn.x) * a_place);
}

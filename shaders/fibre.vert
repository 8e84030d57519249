// A curved ribbon for each stretch of new collagen, a strip of corners to the left and right of it. The first and the last
// come twice, so that nothing is seen between one strip and the next. Follows plane.glsl.

uniform highp sampler2D u_strips;  // two texels each: x, z, length, width in mm; cosine and sine of the angle, bend, strength
uniform int u_first;
uniform int u_pieces;
uniform float u_wave;

out float v_across;
out float v_along;
out float v_half_px;
flat out float v_thick;  // 0 at 6 um to 1 at 18 um
flat out float v_strength;

const int kStripsInRow = 256;

void main() {
  int corners = 2 * u_pieces + 4;
  int strip = u_first + gl_VertexID / corners;
  int corner = clamp(gl_VertexID % corners - 1, 0, corners - 3);
  ivec2 texel = ivec2(2 * (strip % kStripsInRow), strip / kStripsInRow);
  vec4 place = texelFetch(u_strips, texel, 0), shape = texelFetch(u_strips, texel + ivec2(1, 0), 0);
  float u = 2.0 * float(corner / 2) / float(u_pieces) - 1.0;
  float side = float(2 * (corner % 2) - 1);
  // Lazy S-curve: amplitude a tenth of the length.
  float bow = shape.z * 0.10 * (sin(u * u_wave) + 0.4 * (1.0 - u * u));
  float slope = shape.z * 0.20 * (u_wave * cos(u * u_wave) - 0.8 * u);
  vec2 normal = normalize(vec2(-slope, 1.0));
  float half_mm = 0.5 * place.w + 0.75 * u_mm_per_px;
  vec2 local = vec2(0.5 * u, bow) * place.z + normal * side * half_mm;
  v_across = side * half_mm / u_mm_per_px;
  v_along = u;
  v_half_px = 0.5 * place.w / u_mm_per_px;
  v_thick = clamp((place.w - 0.006) / 0.012, 0.0, 1.0);
  v_strength = shape.w;
  gl_Position = clipFromMm(place.xy + mat2(shape.x, shape.y, -shape.y, shape.x) * local);
}

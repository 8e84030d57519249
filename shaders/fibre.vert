// A curved ribbon for each stretch of new collagen. Follows plane.glsl.

layout(location = 0) in vec2 a_corner;    // 0 to 1 along, -1 or 1 across
layout(location = 1) in vec4 a_place;     // x, z, length, width; mm
layout(location = 2) in vec4 a_shape;     // angle, bend, strength, pool: 0 type III, 1 type I

out float v_across;
out float v_along;
out float v_half_px;
flat out float v_thick;             // 0 at 6 um to 1 at 18 um
flat out vec2 v_strength_pool;

void main() {
  float u = a_corner.x * 2.0 - 1.0;
  float s = sin(a_shape.x), k = cos(a_shape.x);
  float wave = a_shape.w < 0.5 ? 1.6 : 1.0;
  // Lazy S-curve: amplitude a tenth of the length.
  float bow = a_shape.y * 0.10 * a_place.z * (sin(u * 3.1 * wave) + 0.4 * (1.0 - u * u));
  float slope = a_shape.y * 0.10 * (3.1 * wave * cos(u * 3.1 * wave) - 0.8 * u) * 2.0;
  vec2 normal = normalize(vec2(-slope, 1.0));
  float half_mm = 0.5 * a_place.w + 0.75 * u_mm_per_px;
  vec2 local = vec2(0.5 * a_place.z * u, bow) + normal * a_corner.y * half_mm;
  vec2 mm = a_place.xy + mat2(k, s, -s, k) * local;
  v_across = a_corner.y * half_mm / u_mm_per_px;
  v_along = u;
  v_half_px = 0.5 * a_place.w / u_mm_per_px;
  v_thick = clamp((a_place.w - 0.006) / 0.012, 0.0, 1.0);
  v_strength_pool = a_shape.zw;
  gl_Position = clipFromMm(mm);
}

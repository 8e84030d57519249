#version 300 es
// Three depths told apart: the needle's outline to its length, the reach with its band, the hole that stays open.
precision highp float;

uniform float u_mm_per_px;
uniform vec3 u_steel;
uniform vec3 u_steel_edge;
uniform vec3 u_reach;
uniform vec3 u_track;
uniform vec3 u_hole;
uniform vec3 u_hole_rim;

in vec2 v_mm;
flat in vec4 v_place;
flat in vec4 v_depth;
flat in vec4 v_open;
flat in float v_curve;
flat in vec2 v_residual_band;
out vec4 colour;

float inside(float distance_mm) { return clamp(0.5 - distance_mm / u_mm_per_px, 0.0, 1.0); }

// Premultiplied "over".
vec4 lay(vec4 under, vec3 tint, float alpha) { return vec4(tint * alpha, alpha) + under * (1.0 - alpha); }

// Sideways run of a roller's hole: tilted at the surface, upright from the depth v_curve on.
float bend(float z) {
  float rest = max(v_curve - z, 0.0);
  return v_place.y * rest * rest / (2.0 * max(v_curve, 1e-3));
}

// Half width of a needle with this tip depth: a long taper of lancet shape.
float needleHalf(float z, float tip) {
  float from_tip = tip - z;
  return 0.5 * v_place.w * smoothstep(0.0, 0.75, from_tip / max(v_place.w * 4.0, 1e-3));
}

// A shaded range with end bars, for what the evidence leaves open, and a strong bar at the central value.
vec4 band(vec4 under, float x, float z, vec2 sides, vec2 range, float value, vec3 tint) {
  float across = max(sides.x - x, x - sides.y);
  vec4 over = lay(under, tint, inside(max(range.x - z, z - range.y)) * inside(across) * 0.38);
  float ends = min(abs(z - range.x), abs(z - range.y)) - 0.6 * u_mm_per_px;
  over = lay(over, tint, inside(max(ends, across)) * 0.9);
  if (value <= 0.0) return over;
  float mark = max(abs(z - value) - 1.4 * u_mm_per_px, across - 3.0 * u_mm_per_px);
  return lay(over, tint * 0.7, inside(mark));
}

void main() {
  float z = v_mm.y;
  float reach = v_depth.y;
  float x = v_mm.x + bend(max(z, 0.0));
  vec4 tint = vec4(0.0);

  // Path of the needle, as deep as the reach: closed again behind it, so pale and hatched, and fading.
  if (z > 0.0 && reach > 0.0) {
    float half_track = max(0.22 * v_place.z * sqrt(max(0.0, 1.0 - z / reach)), 0.9 * u_mm_per_px);
    float hatch = 0.25 + 0.40 * step(0.5, fract((z + x) / max(0.024, 6.0 * u_mm_per_px)));
    tint = lay(tint, u_track, inside(abs(x) - half_track) * inside(z - reach) * hatch * v_open.z);
  }

  // Residual channel: the open hole.
  float residual = v_open.x;
  if (z > -0.003 && residual > 0.0 && v_open.y > 0.05) {
    float t = clamp(z / residual, 0.0, 1.0);
    float flare = 1.0 + 0.18 * exp(-max(z, 0.0) / 0.012);
    float half_hole = 0.5 * v_place.z * sqrt(v_open.y) * (1.0 - t * t) * flare;
    float limit = max(abs(x) - half_hole, z - residual);
    tint = lay(tint, u_hole_rim, inside(limit - max(0.005, 1.0 * u_mm_per_px)) * 0.75);
    float shade = clamp(abs(x) / max(half_hole, 1e-4), 0.0, 1.0);
    tint = lay(tint, mix(u_hole, u_track, 0.45 * shade * shade), inside(limit) * 0.96);
  }

  if (v_open.w > 0.5) {
    // Reach over the whole width, the open hole on a narrower strip to the left.
    float bar = 18.0 * u_mm_per_px;
    tint = band(tint, v_mm.x, z, vec2(-bar, bar), v_depth.zw, reach, u_reach);
    if (v_open.y > 0.05) tint = band(tint, v_mm.x, z, vec2(-bar, -0.5 * bar), v_residual_band, residual, u_hole);
  }
  if (v_open.w > 1.5) {
    // The needle's outline as long as on the dial, dashed below the surface: skin gives way before it.
    float half_needle = needleHalf(z, v_depth.x);
    float body = max(abs(v_mm.x) - half_needle, z - v_depth.x);
    float outline = abs(body) - 0.75 * u_mm_per_px;
    float dash = z < 0.0 ? 1.0 : step(0.38, fract(z / (9.0 * u_mm_per_px)));
    tint = lay(tint, u_steel, inside(body) * (z < 0.0 ? 0.95 : 0.22));
    tint = lay(tint, u_steel_edge, inside(outline) * dash);
  }
  colour = tint;
}

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

void main() {
  float z = v_mm.y;
  float reach = v_depth.y;
  float x = v_mm.x + bend(max(z, 0.0));
  vec4 tint = vec4(0.0);

  // Torn track, as deep as the reach; closes and fades.
  if (z > 0.0 && reach > 0.0) {
    float half_track = max(0.22 * v_place.z * sqrt(max(0.0, 1.0 - z / reach)), 0.6 * u_mm_per_px);
    tint = lay(tint, u_track, inside(abs(x) - half_track) * inside(z - reach) * 0.85 * v_open.z);
  }

  // Residual channel: the open hole.
  float residual = v_open.x;
  if (z > -0.003 && residual > 0.0 && v_open.y > 0.01) {
    float t = clamp(z / residual, 0.0, 1.0);
    float flare = 1.0 + 0.18 * exp(-max(z, 0.0) / 0.012);
    float half_hole = 0.5 * v_place.z * sqrt(v_open.y) * (1.0 - t * t) * flare;
    float limit = max(abs(x) - half_hole, z - residual);
    tint = lay(tint, u_hole_rim, inside(limit - max(0.005, 1.0 * u_mm_per_px)) * 0.75);
    float shade = clamp(abs(x) / max(half_hole, 1e-4), 0.0, 1.0);
    tint = lay(tint, mix(u_hole, u_track, 0.45 * shade * shade), inside(limit) * 0.96);
  }

  if (v_open.w > 0.5) {
    // Band of the reach: two shaded flanks with end bars, and a strong bar at the central value.
    float bar = 18.0 * u_mm_per_px;
    float in_band = inside(max(v_depth.z - z, z - v_depth.w));
    tint = lay(tint, u_reach, in_band * inside(abs(v_mm.x) - bar) * 0.38);
    float ends = min(abs(z - v_depth.z), abs(z - v_depth.w)) - 0.6 * u_mm_per_px;
    tint = lay(tint, u_reach, inside(max(ends, abs(v_mm.x) - bar)) * 0.9);
    if (reach > 0.0) {
      tint = lay(tint, u_reach * 0.62, inside(max(abs(z - reach) - 1.4 * u_mm_per_px, abs(v_mm.x) - bar - 4.0 * u_mm_per_px)));
    }

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

#version 300 es
// The untreated skin to scale, as a textbook would draw it: flakes of stratum corneum, epidermis with cells and
// pigment, rete ridges, capillary loops, fine papillary fibres, basket-weave bundles, a follicle with its gland,
// vessels and fat lobules. Layer depths come from the model; textures are illustration.
precision highp float;

uniform float u_mm_per_px;
uniform vec4 u_depths;        // bottom of stratum corneum, epidermis, papillary dermis, dermis; mm
uniform float u_plexus;       // depth of the superficial vessels, mm
uniform float u_follicle;     // depth of the follicle, mm; 0 for none
uniform vec3 u_air;
uniform vec3 u_corneum;
uniform vec3 u_epidermis;
uniform vec3 u_basal;         // pigmented basal layer
uniform float u_melanin;      // 0 to 1
uniform vec3 u_papillary;
uniform vec3 u_reticular;
uniform vec3 u_bundle;        // lit side of a collagen bundle
uniform vec3 u_bundle_shade;
uniform vec3 u_fat;
uniform vec3 u_fat_wall;
uniform vec3 u_artery;
uniform vec3 u_vein;
uniform vec3 u_hair;

in vec2 v_mm;
out vec4 colour;

float hash(vec2 p) {
  vec3 q = fract(vec3(p.xyx) * 0.1031);
  q += dot(q, q.yzx + 33.33);
  return fract((q.x + q.y) * q.z);
}

float noise(vec2 p) {
  vec2 i = floor(p), f = fract(p);
  f = f * f * (3.0 - 2.0 * f);
  return mix(mix(hash(i), hash(i + vec2(1, 0)), f.x), mix(hash(i + vec2(0, 1)), hash(i + vec2(1, 1)), f.x), f.y);
}

float fbm(vec2 p) { return 0.55 * noise(p) + 0.3 * noise(p * 2.1 + 7.3) + 0.15 * noise(p * 4.3 + 19.1); }

// 1 inside, 0 outside, one pixel soft.
float inside(float distance_mm) { return clamp(0.5 - distance_mm / u_mm_per_px, 0.0, 1.0); }

// How much of a detail of this size is left at this magnification.
float detail(float size_mm) { return smoothstep(1.5, 5.0, size_mm / u_mm_per_px); }

// Distance to the nearest cell border (x) and a number of the cell (y), cells of size 1.
vec2 cells(vec2 p) {
  vec2 base = floor(p), place = fract(p);
  float nearest = 8.0, second = 8.0, id = 0.0;
  for (int j = -1; j <= 1; ++j) {
    for (int i = -1; i <= 1; ++i) {
      vec2 cell = vec2(i, j);
      vec2 centre = cell + 0.5 + 0.36 * (vec2(hash(base + cell), hash(base + cell + 57.0)) * 2.0 - 1.0) - place;
      float d = dot(centre, centre);
      if (d < nearest) {
        second = nearest;
        nearest = d;
        id = hash(base + cell + 11.0);
      } else {
        second = min(second, d);
      }
    }
  }
  return vec2(sqrt(second) - sqrt(nearest), id);
}

float surfaceOf(float x) { return 0.010 * (fbm(vec2(x * 2.6, 3.0)) - 0.5) + 0.006 * (noise(vec2(x * 11.0, 8.0)) - 0.5); }

// The border of epidermis and dermis: rete ridges reach down between the papillae.
float ridge(float x) {
  float warped = x + 0.035 * noise(vec2(x * 4.0, 5.0));
  float wave = 0.5 + 0.5 * sin(warped * 41.0 + 2.0 * noise(vec2(x * 3.0, 1.0)));
  return wave * wave;
}
float junctionOf(float x) { return u_depths.y + 0.42 * u_depths.y * (ridge(x) - 0.4); }

vec3 corneum(vec2 p, float top) {
  float t = (p.y - top) / max(u_depths.x, 1e-3);
  float layers = 4.0;
  vec2 q = vec2(p.x * 22.0 + 3.0 * floor(t * layers), t * layers);
  float lift = noise(vec2(p.x * 30.0, floor(q.y)));
  float line = abs(fract(q.y + 0.35 * lift) - 0.5);
  float flake = mix(1.0, smoothstep(0.0, 0.35, line), detail(u_depths.x * 0.25) * 0.8);
  return u_corneum * (0.82 + 0.18 * flake) * (0.96 + 0.06 * noise(p * vec2(40.0, 10.0)));
}

vec3 epidermis(vec2 p, float top, float junction) {
  float t = clamp((p.y - top) / max(junction - top, 1e-3), 0.0, 1.0);
  // Basal cells are columns, upper ones flat; about 14 um across.
  vec2 size = mix(vec2(0.026, 0.007), vec2(0.010, 0.015), smoothstep(0.0, 0.85, t));
  vec2 c = cells(p / size);
  float visible = detail(0.012);
  float wall = mix(1.0, smoothstep(0.02, 0.16, c.x), visible);
  float nucleus = visible * smoothstep(0.42, 0.60, c.x) * smoothstep(0.15, 0.5, t);
  vec3 tint = mix(u_epidermis * 1.10, u_epidermis * 0.88, t);
  tint = mix(tint * 0.80, tint, wall);
  tint = mix(tint, tint * vec3(0.62, 0.52, 0.72), nucleus * 0.8);
  float basal = smoothstep(1.0 - 0.018 / max(junction - top, 0.02), 1.0, t);
  float granules = 0.65 + 0.35 * noise(p * 260.0);
  float pigment = u_melanin * (0.30 * t + 0.70 * basal) * granules;
  tint = mix(tint, u_basal, clamp(pigment + 0.35 * basal, 0.0, 0.92));
  return tint;
}

// One sheet of bundles along x' at an angle; returns shade (x) and cover (y).
vec2 bundles(vec2 p, float angle, float width, float length_mm, float seed) {
  float s = sin(angle), k = cos(angle);
  vec2 q = mat2(k, -s, s, k) * p;
  q.y += width * 1.5 * (fbm(q * vec2(1.6, 2.2) / length_mm * 0.35 + seed) - 0.5) * 2.0;
  float row = floor(q.y / width);
  float along = q.x / length_mm + hash(vec2(row, seed)) * 7.0;
  float brick = floor(along);
  float u = fract(along) * 2.0 - 1.0;
  float thickness = (0.62 + 0.38 * hash(vec2(row, brick + seed))) * sqrt(max(0.0, 1.0 - u * u * u * u));
  float v = (fract(q.y / width) * 2.0 - 1.0) / max(thickness, 0.05);
  float edge = (1.0 - abs(v)) * thickness * width * 0.5;
  float cover = clamp(0.5 + edge / u_mm_per_px, 0.0, 1.0) * step(0.05, thickness);
  float strands = 0.5 + 0.5 * sin(v * 9.0 + 3.0 * noise(vec2(q.x * 14.0, row)));
  float shade = 0.62 + 0.38 * sqrt(max(0.0, 1.0 - v * v)) + 0.14 * (strands - 0.5) * detail(width * 0.2);
  return vec2(shade, cover * step(0.18, hash(vec2(brick, row + seed * 3.0))));
}

vec3 laySheet(vec3 under, vec2 p, float angle, float width, float length_mm, float seed, float amount) {
  vec2 sheet = bundles(p, angle, width, length_mm, seed);
  vec3 lit = mix(u_bundle_shade, u_bundle, sheet.x);
  return mix(under, lit, sheet.y * amount);
}

vec3 reticular(vec2 p, float depth_share) {
  vec3 tint = u_reticular * (0.96 + 0.08 * fbm(p * 6.0));
  float w = mix(0.035, 0.060, depth_share);
  tint = laySheet(tint, p + 3.1, 0.55, w, 0.50, 4.0, 0.55);
  tint = laySheet(tint, p + 9.7, -0.48, w * 0.9, 0.46, 9.0, 0.62);
  tint = laySheet(tint, p, 0.08, w * 1.05, 0.62, 2.0, 0.70);
  return tint;
}

vec3 papillary(vec2 p) {
  vec3 tint = u_papillary * (0.97 + 0.07 * fbm(p * 9.0));
  float sway = 0.04 * noise(vec2(p.x * 5.0, p.y * 7.0));
  tint = laySheet(tint, p + vec2(sway, 0.0), 1.45, 0.014, 0.16, 6.0, 0.40);
  return laySheet(tint, p, 1.05 + 0.4 * noise(p * 2.0), 0.012, 0.12, 8.0, 0.30);
}

vec3 fat(vec2 p) {
  vec2 lobule = cells(p * vec2(1.5, 1.9) + 0.3 * vec2(noise(p * 2.0), noise(p * 2.0 + 9.0)));
  vec2 cell = cells(p / 0.085);
  vec3 tint = u_fat * (0.94 + 0.10 * cell.y);
  float wall = 1.0 - smoothstep(0.03, 0.16, cell.x);
  float septum = 1.0 - smoothstep(0.03, 0.10, lobule.x);
  tint = mix(tint, u_fat_wall, 0.55 * wall * detail(0.06));
  tint += 0.07 * smoothstep(0.25, 0.7, cell.x);
  return mix(tint, u_bundle_shade, 0.75 * septum);
}

// A tube around a line: colour over `under`, lit from above.
vec3 tube(vec3 under, float distance_mm, float radius, vec3 tint) {
  if (radius < 1e-4) return under;
  float r = min(abs(distance_mm) / radius, 1.0);
  vec3 lit = tint * (1.12 - 0.45 * r * r);
  return mix(under, lit, inside(abs(distance_mm) - radius));
}

vec3 vessels(vec3 under, vec2 p, float junction) {
  // Superficial plexus, an artery over a vein, and the deep one at the border of the fat.
  // Both wander in and out of the plane of the section, so they thin out and return.
  float wave = 0.10 * (fbm(vec2(p.x * 1.9, 2.0)) - 0.5);
  float near = smoothstep(0.30, 0.55, noise(vec2(p.x * 1.3, 40.0)));
  vec3 tint = tube(under, p.y - (u_plexus + wave), 0.0065 * near, u_artery);
  near = smoothstep(0.30, 0.55, noise(vec2(p.x * 1.1, 44.0)));
  tint = tube(tint, p.y - (u_plexus + 0.028 + 0.7 * wave), 0.0080 * near, u_vein);
  float deep = u_depths.w - 0.08 + 0.20 * (fbm(vec2(p.x * 1.0, 11.0)) - 0.5);
  near = smoothstep(0.38, 0.62, noise(vec2(p.x * 0.9, 48.0)));
  tint = tube(tint, p.y - deep, 0.016 * near, u_artery);
  near = smoothstep(0.35, 0.60, noise(vec2(p.x * 0.8, 52.0)));
  tint = tube(tint, p.y - (deep + 0.045 + 0.05 * noise(vec2(p.x * 2.0, 60.0))), 0.019 * near, u_vein);
  // Capillary loops: a hairpin in each papilla, which is where the ridges' wave is lowest, fed by the plexus.
  float cell = floor(p.x * 41.0 / 6.2831853 + 0.5);
  for (int i = -1; i <= 1; ++i) {
    float id = cell + float(i);
    if (hash(vec2(id, 3.0)) < 0.2) continue;
    float straight = (6.2831853 * id - 1.5707963) / 41.0;
    float x0 = straight;
    for (int k = 0; k < 3; ++k) {
      x0 = straight - 0.035 * noise(vec2(x0 * 4.0, 5.0)) - 2.0 * noise(vec2(x0 * 3.0, 1.0)) / 41.0;
    }
    float head = junctionOf(x0) + 0.014 + 0.02 * hash(vec2(id, 2.0));
    float gap = 0.009;
    float bow = 0.007 * sin(p.y * 38.0 + id * 2.0);
    vec2 d = vec2(p.x - x0 - bow, p.y - head);
    float loop_distance = d.y > 0.0 ? abs(abs(d.x) - gap) : abs(length(d) - gap);
    float limit = max(p.y - (u_plexus + wave), 0.0);
    vec3 side = d.x < 0.0 ? u_artery : u_vein;
    if (p.y > junction) tint = tube(tint, max(loop_distance, limit), 0.0034, side);
  }
  return tint;
}

float segmentDistance(vec2 p, vec2 a, vec2 b, out float along) {
  vec2 line = b - a;
  along = clamp(dot(p - a, line) / dot(line, line), 0.0, 1.0);
  return length(p - a - along * line);
}

vec3 follicle(vec3 under, vec2 p) {
  if (u_follicle <= 0.0) return under;
  vec2 mouth = vec2(-1.22, -0.01), bulb = vec2(-1.22 + 0.34 * u_follicle, u_follicle);
  float along;
  float d = segmentDistance(p, mouth, bulb, along);
  float bulge = 0.030 * exp(-pow((along - 1.0) * 9.0, 2.0));
  float sheath = 0.040 - 0.008 * along + bulge;
  vec2 gland_centre = mix(mouth, bulb, 0.42 * min(1.0, 1.3 / u_follicle)) + vec2(-0.11, 0.02);
  float gland = min(length((p - gland_centre) * vec2(1.0, 0.72)) - 0.060,
                    min(length(p - gland_centre - vec2(-0.035, 0.065)) - 0.045,
                        length(p - gland_centre - vec2(0.045, -0.045)) - 0.036));
  vec3 tint = under;
  vec2 sebocytes = cells((p - gland_centre) / 0.026);
  vec3 sebum = mix(vec3(0.86, 0.68, 0.42), vec3(0.98, 0.88, 0.66), smoothstep(0.05, 0.3, sebocytes.x));
  if (p.y > 0.0) tint = mix(tint, sebum * 0.72, inside(gland - 0.007));
  if (p.y > 0.0) tint = mix(tint, sebum, inside(gland));
  if (p.y > surfaceOf(p.x) - 0.002) {
    tint = mix(tint, u_epidermis * 0.80, inside(d - sheath));
    tint = mix(tint, u_epidermis * 1.04, inside(d - sheath * 0.78));
  }
  float papilla = length(p - bulb - vec2(0.0, 0.014)) - 0.017;
  tint = mix(tint, u_papillary * 0.86, inside(papilla));
  vec2 tip = mouth + (mouth - bulb) / max(u_follicle, 0.1) * 0.26;
  float hair_along;
  float hair = segmentDistance(p, tip, mix(mouth, bulb, 0.94), hair_along);
  return tube(tint, hair, 0.0095, u_hair);
}

void main() {
  vec2 p = v_mm;
  float surface = surfaceOf(p.x);
  float junction = junctionOf(p.x);
  float corneum_bottom = surface + u_depths.x;
  float papillary_bottom = u_depths.z + 0.05 * (fbm(vec2(p.x * 2.0, 21.0)) - 0.5);
  float dermis_bottom = u_depths.w + 0.12 * (fbm(vec2(p.x * 1.1, 31.0)) - 0.5);

  vec3 tint = u_air;
  if (p.y > surface - u_mm_per_px) {
    float depth_share = clamp((p.y - u_depths.z) / max(u_depths.w - u_depths.z, 0.05), 0.0, 1.0);
    vec3 dermis = mix(papillary(p), reticular(p, depth_share), smoothstep(-0.05, 0.05, p.y - papillary_bottom));
    vec3 deep = mix(dermis, fat(p), inside(dermis_bottom - p.y));
    deep = vessels(deep, p, junction);
    vec3 skin = p.y < junction + u_mm_per_px ? mix(deep, epidermis(p, corneum_bottom, junction), inside(p.y - junction))
                                             : deep;
    if (p.y < corneum_bottom + u_mm_per_px) skin = mix(skin, corneum(p, surface), inside(p.y - corneum_bottom));
    tint = mix(tint, skin, inside(surface - p.y));
  }
  tint = follicle(tint, p);
  colour = vec4(tint, 1.0);
}

#version 300 es
// One rectangle over the viewport: hands the fragment its place in millimetres and in the cached picture.
precision highp float;

uniform vec4 u_window_mm;  // left, top, width, height

out vec2 v_mm;
out vec2 v_uv;

void main() {
  vec2 corner = vec2(gl_VertexID & 1, gl_VertexID >> 1);
  v_uv = corner;
  v_mm = u_window_mm.xy + vec2(corner.x, 1.0 - corner.y) * u_window_mm.zw;
  gl_Position = vec4(corner * 2.0 - 1.0, 0.0, 1.0);
}

#version 300 es
// One rectangle of the viewport.
precision highp float;

uniform vec4 u_place;  // left, bottom, right, top; 0 to 1 over the viewport

out vec2 v_uv;

void main() {
  v_uv = vec2(gl_VertexID & 1, gl_VertexID >> 1);
  gl_Position = vec4(mix(u_place.xy, u_place.zw, v_uv) * 2.0 - 1.0, 0.0, 1.0);
}

#version 300 es
// The cached picture of the skin, texel by texel.
precision highp float;

uniform sampler2D u_picture;

in vec2 v_uv;
out vec4 colour;

void main() { colour = texture(u_picture, v_uv); }

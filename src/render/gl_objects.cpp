#include "render/gl_objects.h"

#include <cstdio>
#include <utility>

namespace needling::render {
namespace {

int live_objects = 0;
std::size_t live_bytes = 0;
ProgramCount programs;
double uploaded_bytes = 0.0;  // whole numbers, beyond what a 32-bit size holds
unsigned current_context = 1;

GLuint create(GlKind kind) {
  GLuint name = 0;
  switch (kind) {
    case GlKind::kProgram:
      return glCreateProgram();
    case GlKind::kBuffer:
      glGenBuffers(1, &name);
      break;
    case GlKind::kVertexArray:
      glGenVertexArrays(1, &name);
      break;
    case GlKind::kTexture:
      glGenTextures(1, &name);
      break;
    case GlKind::kFramebuffer:
      glGenFramebuffers(1, &name);
      break;
  }
  return name;
}

void destroy(GlKind kind, GLuint name) {
  switch (kind) {
    case GlKind::kProgram:
      glDeleteProgram(name);
      break;
    case GlKind::kBuffer:
      glDeleteBuffers(1, &name);
      break;
    case GlKind::kVertexArray:
      glDeleteVertexArrays(1, &name);
      break;
    case GlKind::kTexture:
      glDeleteTextures(1, &name);
      break;
    case GlKind::kFramebuffer:
      glDeleteFramebuffers(1, &name);
      break;
  }
}

GLuint compile(GLenum stage, std::string_view source) {
  const GLuint shader = glCreateShader(stage);
  const char* text = source.data();
  const auto length = static_cast<GLint>(source.size());
  glShaderSource(shader, 1, &text, &length);
  glCompileShader(shader);
  return shader;
}

void reportShader(GLuint shader) {
  char log[1024] = "";
  glGetShaderInfoLog(shader, sizeof log, nullptr, log);
  if (log[0] != '\0') std::fprintf(stderr, "shader: %s\n", log);
}

// An array is known by its name alone.
std::vector<std::pair<std::string, GLint>> uniformsOf(GLuint program) {
  GLint count = 0;
  glGetProgramiv(program, GL_ACTIVE_UNIFORMS, &count);
  std::vector<std::pair<std::string, GLint>> uniforms;
  for (GLuint i = 0; i < static_cast<GLuint>(count); ++i) {
    char name[64] = "";
    GLint size = 0;
    GLenum type = 0;
    glGetActiveUniform(program, i, sizeof name, nullptr, &size, &type, name);
    const std::string known(name);
    uniforms.emplace_back(known.substr(0, known.find('[')), glGetUniformLocation(program, name));
  }
  return uniforms;
}

}  // namespace

int liveGlObjects() { return live_objects; }
std::size_t liveGlBytes() { return live_bytes; }
ProgramCount programCount() { return programs; }
double uploadedGlBytes() { return uploaded_bytes; }
void countUpload(std::size_t bytes) { uploaded_bytes += static_cast<double>(bytes); }

void forgetAll() {
  ++current_context;
  live_objects = 0;
  live_bytes = 0;
  programs = {};
}

GlObject::GlObject(GlKind kind) : GlObject(kind, create(kind)) {}

GlObject::GlObject(GlKind kind, GLuint name) : kind_(kind), name_(name), context_(current_context) {
  if (name_ != 0) ++live_objects;
}

GlObject::GlObject(GlObject&& other) noexcept
    : kind_(other.kind_),
      name_(std::exchange(other.name_, 0)),
      context_(other.context_),
      bytes_(std::exchange(other.bytes_, 0)) {}

GlObject& GlObject::operator=(GlObject&& other) noexcept {
  if (this == &other) return *this;
  reset();
  kind_ = other.kind_;
  name_ = std::exchange(other.name_, 0);
  context_ = other.context_;
  bytes_ = std::exchange(other.bytes_, 0);
  return *this;
}

void GlObject::holds(std::size_t bytes) {
  if (context_ != current_context) return;
  live_bytes += bytes;
  live_bytes -= bytes_;
  bytes_ = bytes;
}

void GlObject::reset() {
  if (name_ != 0 && context_ == current_context) {
    destroy(kind_, name_);
    --live_objects;
    live_bytes -= bytes_;
  }
  name_ = 0;
  bytes_ = 0;
}

GLint Program::uniform(std::string_view name) const {
  for (const auto& [known, location] : uniforms_) {
    if (known == name) return location;
  }
  return -1;
}

Program::Program(std::string_view vertex_source, std::string_view fragment_source) {
  GlObject object(GlKind::kProgram);
  const GLuint vertex = compile(GL_VERTEX_SHADER, vertex_source);
  const GLuint fragment = compile(GL_FRAGMENT_SHADER, fragment_source);
  glAttachShader(object.name(), vertex);
  glAttachShader(object.name(), fragment);
  glLinkProgram(object.name());
  GLint linked = GL_FALSE;
  glGetProgramiv(object.name(), GL_LINK_STATUS, &linked);
  ++programs.made;
  if (linked == GL_TRUE) {
    uniforms_ = uniformsOf(object.name());
    object_ = std::move(object);
  } else {
    ++programs.failed;
    reportShader(vertex);
    reportShader(fragment);
  }
  glDeleteShader(vertex);
  glDeleteShader(fragment);
}

}  // namespace needling::render

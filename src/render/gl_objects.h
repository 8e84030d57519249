// Owners of OpenGL ES 3 objects. Each frees its object once; after a lost context forgetAll() makes every owner's name
// meaningless without calling into the dead context, and the owners are then made anew.
#pragma once

#include <GLES3/gl3.h>

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace needling::render {

// Number of objects now alive, for the page's statistics and for tests that nothing leaks.
int liveGlObjects();
// Graphics memory that their owners said they hold, in bytes.
std::size_t liveGlBytes();

// Programs of this context: made, and of those the ones whose shaders did not compile or link.
struct ProgramCount {
  int made = 0;
  int failed = 0;
};
ProgramCount programCount();
// Bytes that the pictures have handed to the graphics card so far, for tests that nothing is sent again unchanged.
double uploadedGlBytes();
void countUpload(std::size_t bytes);

// Contexts are numbered; objects of an earlier one are not freed, as they died with it.
void forgetAll();

enum class GlKind { kProgram, kBuffer, kVertexArray, kTexture, kFramebuffer };

class GlObject {
 public:
  GlObject() = default;
  explicit GlObject(GlKind kind);
  ~GlObject() { reset(); }
  GlObject(GlObject&& other) noexcept;
  GlObject& operator=(GlObject&& other) noexcept;
  GlObject(const GlObject&) = delete;
  GlObject& operator=(const GlObject&) = delete;

  GLuint name() const { return name_; }
  // Tells how much memory the object now holds.
  void holds(std::size_t bytes);
  void reset();

 private:
  GlObject(GlKind kind, GLuint name);

  GlKind kind_ = GlKind::kBuffer;
  GLuint name_ = 0;
  unsigned context_ = 0;
  std::size_t bytes_ = 0;
};

// A program with its uniforms by name. A shader that does not compile is reported on the console and leaves an empty
// program, which draws nothing.
class Program {
 public:
  Program() = default;
  Program(std::string_view vertex_source, std::string_view fragment_source);

  void use() const { glUseProgram(object_.name()); }
  // -1 where the shaders have none of that name, which OpenGL then ignores.
  GLint uniform(std::string_view name) const;
  void set(std::string_view name, float value) const { glUniform1f(uniform(name), value); }

 private:
  GlObject object_;
  // Asked for once: a question to the browser takes longer than the search here.
  std::vector<std::pair<std::string, GLint>> uniforms_;
};

}  // namespace needling::render

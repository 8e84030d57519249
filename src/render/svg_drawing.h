// What the parts of the drawing share, and the parts. All draw in millimetres into the window, in the order of this list.
#pragma once

#include <string>

#include "model/view_window.h"
#include "render/palette.h"
#include "render/svg_writer.h"

namespace needling::render {

struct SvgDrawing {
  const SectionScene& scene;
  const SectionMoment& moment;
  ViewWindow window;
  Palette palette;
  std::string id_prefix;
  int decimals;  // of a micrometre: a tenth of a pixel or finer

  std::string id(std::string_view name) const { return id_prefix + std::string(name); }
  std::string link(std::string_view name) const { return "#" + id(name); }
  std::string paint(std::string_view name) const { return "url(#" + id(name) + ")"; }
  // A length or a place in user units, which are micrometres.
  std::string um(double mm) const { return svgNumber(1000.0 * mm, decimals + 1); }
  SvgPath path() const { return SvgPath(decimals); }

  double leftMm() const { return window.pxToX(window.left_px); }
  double rightMm() const { return leftMm() + window.widthMm(); }
  double pxMm(double px) const { return px * window.mm_per_px; }
  // Between the points of a drawn border.
  double stepMm() const { return pxMm(2.0); }
  double epidermisMm() const { return scene.skin.epidermisBottom() * moment.epidermis; }
};

// Gradients, patterns and symbols; to stand inside <defs>.
void defineTissue(SvgWriter& svg, const SvgDrawing& drawing);
void defineCells(SvgWriter& svg, const SvgDrawing& drawing);
void defineChannels(SvgWriter& svg, const SvgDrawing& drawing);

void drawDermis(SvgWriter& svg, const SvgDrawing& drawing);
void drawVessels(SvgWriter& svg, const SvgDrawing& drawing);
void drawEpidermis(SvgWriter& svg, const SvgDrawing& drawing);
void drawFollicle(SvgWriter& svg, const SvgDrawing& drawing);
void drawAir(SvgWriter& svg, const SvgDrawing& drawing);
void drawHair(SvgWriter& svg, const SvgDrawing& drawing);
void drawFibres(SvgWriter& svg, const SvgDrawing& drawing);
void drawCells(SvgWriter& svg, const SvgDrawing& drawing);
void drawChannels(SvgWriter& svg, const SvgDrawing& drawing);

// The symbol that stands for a kind of cell.
std::string_view cellSymbol(CellKind kind);

}  // namespace needling::render

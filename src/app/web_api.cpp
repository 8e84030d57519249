// The functions that the page's JavaScript calls. Texts are UTF-8; a returned text stays valid until the next call.
// Nothing here trusts its caller: every text goes through the same checks as a URL.
#include <emscripten/emscripten.h>

#include <cmath>
#include <ctime>
#include <string>
#include <string_view>

#include "app/explorer_app.h"
#include "core/text.h"
#include "model/describe.h"
#include "model/panel_words.h"
#include "model/results_json.h"
#include "model/series_csv.h"
#include "model/shown.h"
#include "model/state_text.h"
#include "model/texts.h"
#include "render/section_svg.h"
#include "render/stills_svg.h"
#include "render/surface_svg.h"

namespace {

using needling::Sim;
using needling::Status;
using needling::app::CanvasSize;
using needling::app::ExplorerApp;

Sim& sim() { return ExplorerApp::instance().sim(); }

const char* keep(std::string text) {
  static std::string kept;
  kept = std::move(text);
  return kept.c_str();
}

const char* answer(const Status& status, const std::string& key = "") {
  ExplorerApp::instance().requestFrame();
  return keep(needling::statusJson(status, sim(), key));
}

constexpr std::size_t kMostLengths = 1000;

const needling::Derived& protocolOf(bool other) { return other ? sim().otherDerived() : sim().derived(); }

double clampedDay(double day) { return std::isfinite(day) ? std::fmin(std::fmax(day, 0.0), needling::kLastDay) : 0.0; }

}  // namespace

extern "C" {

EMSCRIPTEN_KEEPALIVE const char* nx_version() { return NEEDLING_VERSION; }
EMSCRIPTEN_KEEPALIVE const char* nx_parameters() { return keep(needling::parametersJson()); }
EMSCRIPTEN_KEEPALIVE const char* nx_get(const char* key) { return keep(needling::statusJson({}, sim(), key)); }

// Whether addresses, links and files may set this key.
EMSCRIPTEN_KEEPALIVE bool nx_knows(const char* key) { return key == needling::kLocaleKey || needling::isStateKey(key); }

EMSCRIPTEN_KEEPALIVE const char* nx_set(const char* key, const char* value) {
  if (key == needling::kLocaleKey) return answer(needling::changeLanguage(value), std::string(key));
  if (!needling::isStateKey(key)) {
    return answer(Status::fail(needling::StatusCode::kUnknownKey,
                               needling::formatText("refused.key", {needling::quoteForMessage(key)})),
                  key);
  }
  const Status status = ExplorerApp::instance().apply({key, value});
  ExplorerApp::instance().apply({"step", ""});
  return answer(status, key);
}

EMSCRIPTEN_KEEPALIVE const char* nx_state() { return keep(needling::stateToJson(sim().state())); }
EMSCRIPTEN_KEEPALIVE const char* nx_set_state(const char* json) { return answer(needling::stateFromJson(sim(), json)); }

EMSCRIPTEN_KEEPALIVE const char* nx_fragment() { return keep(needling::stateToFragment(sim().state())); }
EMSCRIPTEN_KEEPALIVE const char* nx_set_fragment(const char* fragment) {
  return answer(needling::stateFromFragment(sim(), fragment));
}

// A word or sentence of the page's catalogue, its placeholders as they stand.
EMSCRIPTEN_KEEPALIVE const char* nx_text(const char* id) { return keep(needling::text(id)); }

// A number as people read it; as many decimals as it needs where they are negative.
EMSCRIPTEN_KEEPALIVE const char* nx_shown(double value, int decimals) {
  return keep(decimals < 0 ? needling::shownNumber(value) : needling::shownFixed(value, decimals));
}

EMSCRIPTEN_KEEPALIVE unsigned nx_revision() { return sim().revision() + needling::languageRevision(); }
EMSCRIPTEN_KEEPALIVE double nx_day() { return sim().state().day; }
EMSCRIPTEN_KEEPALIVE void nx_play(bool playing) { ExplorerApp::instance().setPlaying(playing); }
EMSCRIPTEN_KEEPALIVE bool nx_playing() { return ExplorerApp::instance().isPlaying(); }

// `other`: of protocol B.
EMSCRIPTEN_KEEPALIVE const char* nx_results(double day, bool other) {
  return keep(needling::resultsJson(protocolOf(other), clampedDay(day)));
}

EMSCRIPTEN_KEEPALIVE const char* nx_series(const char* name, bool other) {
  const needling::SeriesId series = needling::findSeries(name);
  return keep(series == needling::SeriesId::kCount ? "null" : needling::seriesJson(protocolOf(other), series));
}

// Lengths as "0.5,1,1.5"; those that are no needle length in millimetres are left out, and those past the 1000th.
EMSCRIPTEN_KEEPALIVE const char* nx_depth_table(const char* lengths) {
  const needling::ParameterRow& row = needling::parameterRow(needling::ParameterId::kNeedleLength);
  std::vector<double> values;
  for (const std::string_view part : needling::split(lengths, ',')) {
    double value = 0.0;
    if (needling::parseNumber(part, value) && value >= row.min && value <= row.max) values.push_back(value);
    if (values.size() == kMostLengths) break;
  }
  return keep(needling::depthTableJson(sim().state().protocol, values));
}

// The calendar file with the first treatment on `date`, "2026-12-01", inside an answer.
EMSCRIPTEN_KEEPALIVE const char* nx_calendar(const char* date) {
  return keep(needling::calendarJson(sim().state().protocol, date, static_cast<std::int64_t>(std::time(nullptr))));
}

// What a patient takes along, for a first treatment on `date`, inside an answer.
EMSCRIPTEN_KEEPALIVE const char* nx_take_home(const char* date) {
  return keep(needling::takeHomeJson(sim().state().protocol, date));
}

EMSCRIPTEN_KEEPALIVE const char* nx_progress() { return keep(needling::progressJson(sim().progress())); }
EMSCRIPTEN_KEEPALIVE const char* nx_set_progress(const char* text) {
  return answer(ExplorerApp::instance().apply({"progress", text}));
}

// What of the picture moves or hides it and is in no state, for a window that follows this one: needle shown (0 or 1) and
// its place (0 to 1), dark (0 or 1), spotlight (0 or 1), its x and y as shares of the picture.
EMSCRIPTEN_KEEPALIVE const char* nx_staging() { return keep(ExplorerApp::instance().stagingText()); }
EMSCRIPTEN_KEEPALIVE void nx_set_staging(bool needle, double at, bool dark, bool light, double x, double y) {
  ExplorerApp::instance().setStaging({needle, at, dark, light, x, y});
}
// What can be pressed or set on the canvas, as a list of [kind, id, left, top, width, height, seen: 0 or 1].
EMSCRIPTEN_KEEPALIVE const char* nx_controls() { return keep(ExplorerApp::instance().controlsText()); }
// From now on the page is told "frame" after each.
EMSCRIPTEN_KEEPALIVE void nx_tell_frames() { ExplorerApp::instance().tellFrames(); }

// Every series on every day, as a comma-separated table.
EMSCRIPTEN_KEEPALIVE const char* nx_series_csv() {
  std::vector<double> days;
  for (double day = 0.0; day <= needling::kLastDay; day += 1.0) days.push_back(day);
  return keep(needling::seriesCsv(sim(), days));
}

// The picture as an SVG document.
EMSCRIPTEN_KEEPALIVE const char* nx_svg(double width_px) {
  return keep(needling::render::pictureSvg(sim(), {.width_px = std::isfinite(width_px) ? width_px : 1200.0}));
}
// The days of kStillDays as a list of rows of SVG documents, each that wide.
EMSCRIPTEN_KEEPALIVE const char* nx_stills(double width_px) {
  return keep(needling::rowsJson(needling::render::stillRows(sim(), {.width_px = width_px})));
}

EMSCRIPTEN_KEEPALIVE const char* nx_describe() { return keep(needling::describe(sim())); }

// The parallel page for people who do not see the canvas, as ui/access_tree.h tells it.
EMSCRIPTEN_KEEPALIVE const char* nx_access(bool picture, const char* open) {
  return keep(ExplorerApp::instance().accessText(picture, open));
}
EMSCRIPTEN_KEEPALIVE void nx_use(const char* id, const char* value, bool done) {
  ExplorerApp::instance().use(id, value, done);
}
EMSCRIPTEN_KEEPALIVE void nx_reveal(const char* id) { ExplorerApp::instance().reveal(id); }
EMSCRIPTEN_KEEPALIVE const char* nx_described() { return keep(needling::describedJson(sim())); }

EMSCRIPTEN_KEEPALIVE const char* nx_panel_words() { return keep(needling::panelWords(sim())); }
EMSCRIPTEN_KEEPALIVE const char* nx_pace() { return keep(ExplorerApp::instance().paceWords()); }
EMSCRIPTEN_KEEPALIVE const char* nx_looked_up() { return keep(ExplorerApp::instance().lookedUp()); }
EMSCRIPTEN_KEEPALIVE const char* nx_refusal() { return keep(ExplorerApp::instance().refusal()); }
EMSCRIPTEN_KEEPALIVE const char* nx_structure() { return keep(ExplorerApp::instance().pointedWords()); }

EMSCRIPTEN_KEEPALIVE unsigned nx_frames_drawn() { return ExplorerApp::instance().stats().frames_drawn; }
EMSCRIPTEN_KEEPALIVE double nx_frame_ms() { return ExplorerApp::instance().stats().frame_ms; }
EMSCRIPTEN_KEEPALIVE double nx_gl_setup_ms() { return ExplorerApp::instance().stats().gl_setup_ms; }
EMSCRIPTEN_KEEPALIVE double nx_gl_bytes() { return static_cast<double>(needling::render::liveGlBytes()); }
EMSCRIPTEN_KEEPALIVE double nx_gl_uploaded() { return needling::render::uploadedGlBytes(); }
EMSCRIPTEN_KEEPALIVE int nx_gl_objects() { return needling::render::liveGlObjects(); }
EMSCRIPTEN_KEEPALIVE int nx_gl_programs() { return needling::render::programCount().made; }
EMSCRIPTEN_KEEPALIVE int nx_gl_programs_failed() { return needling::render::programCount().failed; }

// The picture's place on the canvas as a list: left, top, width and height in CSS pixels; the x of its middle and the z of
// its upper edge in mm; mm a pixel.
EMSCRIPTEN_KEEPALIVE const char* nx_window() {
  const needling::ViewWindow& window = ExplorerApp::instance().window();
  std::string list;
  for (const double value : {window.left_px, window.top_px, window.width_px, window.height_px, window.centre_x_mm,
                             window.top_z_mm, window.mm_per_px}) {
    list += (list.empty() ? "[" : ",") + needling::formatNumber(value);
  }
  return keep(list + "]");
}

// Undo goes back to what the page has now and no further.
EMSCRIPTEN_KEEPALIVE void nx_forget() { sim().apply({"forget", ""}); }
EMSCRIPTEN_KEEPALIVE bool nx_start_view() { return ExplorerApp::instance().startView(); }
EMSCRIPTEN_KEEPALIVE void nx_resize(double css_width, double css_height, int device_width, int device_height) {
  ExplorerApp::instance().resize(
      CanvasSize{static_cast<float>(css_width), static_cast<float>(css_height), device_width, device_height});
}
// How much of the canvas can be seen at once, and how far the page has scrolled what is below a phone's picture, CSS pixels.
EMSCRIPTEN_KEEPALIVE void nx_seen(double seen_px, double scroll_px) {
  ExplorerApp::instance().setSeen(static_cast<float>(seen_px), static_cast<float>(scroll_px));
}
EMSCRIPTEN_KEEPALIVE double nx_scroll() { return static_cast<double>(ExplorerApp::instance().scroll()); }
EMSCRIPTEN_KEEPALIVE void nx_visible(bool visible) { ExplorerApp::instance().setVisible(visible); }
EMSCRIPTEN_KEEPALIVE void nx_context_lost() { ExplorerApp::instance().contextLost(); }
EMSCRIPTEN_KEEPALIVE void nx_context_restored() { ExplorerApp::instance().contextRestored(); }
EMSCRIPTEN_KEEPALIVE void nx_pointer(int event, double x, double y, bool touch) {
  ExplorerApp::instance().pointer(static_cast<ExplorerApp::PointerEvent>(event), static_cast<float>(x),
                                  static_cast<float>(y), touch);
}
// Whether something on the canvas scrolls by itself there; and how far a finger has moved that, CSS pixels downwards.
EMSCRIPTEN_KEEPALIVE bool nx_scrolls_at(double x, double y) {
  return ExplorerApp::instance().scrollsAt(static_cast<float>(x), static_cast<float>(y));
}
EMSCRIPTEN_KEEPALIVE void nx_drag_scroll(double by_px) {
  ExplorerApp::instance().dragScroll(static_cast<float>(by_px));
}
// Which keys are held with the next one.
EMSCRIPTEN_KEEPALIVE void nx_held(bool shift, bool control) { ExplorerApp::instance().setHeld({shift, control}); }
EMSCRIPTEN_KEEPALIVE void nx_focus(bool focused) { ExplorerApp::instance().focusChanged(focused); }
EMSCRIPTEN_KEEPALIVE void nx_reduced_motion(bool reduced) { ExplorerApp::instance().setSystemReducedMotion(reduced); }

}  // extern "C"

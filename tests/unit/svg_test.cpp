#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "core/text.h"
#include "model/describe.h"
#include "model/section_labels.h"
#include "model/texts.h"
#include "render/section_svg.h"
#include "render/stills_svg.h"
#include "render/surface_svg.h"
#include "render/svg_writer.h"

using namespace needling;
using render::sectionSvg;

namespace {

struct Element {
  std::string name;
  std::map<std::string, std::string> attributes;
  int depth = 0;  // how many elements it stands in

  double number(const std::string& attribute) const {
    double value = -1e9;
    const auto found = attributes.find(attribute);
    return found != attributes.end() && parseNumber(found->second, value) ? value : -1e9;
  }
};

// Reads <name a="b" …>, with or without "/" at its end; false for anything that XML would refuse there.
bool readTag(std::string_view tag, Element& element) {
  std::size_t at = tag.find_first_of(" ");
  element.name = std::string(tag.substr(0, at));
  while (at != std::string_view::npos && at < tag.size()) {
    const std::size_t equals = tag.find("=\"", at);
    if (equals == std::string_view::npos) return false;
    const std::size_t end = tag.find('"', equals + 2);
    if (tag[at] != ' ' || end == std::string_view::npos) return false;
    const std::string name(tag.substr(at + 1, equals - at - 1));
    if (!element.attributes.emplace(name, tag.substr(equals + 2, end - equals - 2)).second) return false;
    at = end + 1;
  }
  return !element.name.empty();
}

bool goodEntities(std::string_view words) {
  for (std::size_t at = words.find('&'); at != std::string_view::npos; at = words.find('&', at + 1)) {
    const std::string_view rest = words.substr(at);
    if (!rest.starts_with("&amp;") && !rest.starts_with("&lt;") && !rest.starts_with("&gt;") &&
        !rest.starts_with("&quot;")) {
      return false;
    }
  }
  return true;
}

// The elements of a document in order; empty where tags do not balance or anything else is not well-formed.
std::vector<Element> parse(const std::string& svg) {
  std::vector<Element> elements;
  std::vector<std::string> open;
  std::size_t at = 0;
  while (at < svg.size()) {
    const std::size_t start = svg.find('<', at);
    const std::string_view words = std::string_view(svg).substr(at, start - at);
    if (!goodEntities(words) || words.find('>') != std::string_view::npos) return {};
    if (start == std::string::npos) break;
    const std::size_t end = svg.find('>', start);
    if (end == std::string::npos) return {};
    std::string_view tag = std::string_view(svg).substr(start + 1, end - start - 1);
    at = end + 1;
    if (tag.starts_with("/")) {
      if (open.empty() || open.back() != tag.substr(1)) return {};
      open.pop_back();
      continue;
    }
    const bool leaf = tag.ends_with("/");
    if (leaf) tag.remove_suffix(1);
    Element element;
    if (!goodEntities(tag) || !readTag(tag, element)) return {};
    element.depth = static_cast<int>(open.size());
    if (!leaf) open.push_back(element.name);
    elements.push_back(element);
  }
  return open.empty() ? elements : std::vector<Element>{};
}

const Element* findId(const std::vector<Element>& elements, const std::string& id) {
  for (const Element& element : elements) {
    const auto found = element.attributes.find("id");
    if (found != element.attributes.end() && found->second == id) return &element;
  }
  return nullptr;
}

std::string svgOf(const std::vector<Command>& commands, const render::SvgOptions& options = {}) {
  Sim sim;
  for (const Command& command : commands) REQUIRE(sim.apply(command).ok());
  return sectionSvg(sim, options);
}

// The elements of a part.
std::vector<Element> partOf(const std::vector<Element>& elements, const std::string& id) {
  std::vector<Element> part;
  int depth = -1;
  for (const Element& element : elements) {
    if (depth >= 0 && element.depth <= depth) break;
    if (depth >= 0) part.push_back(element);
    const auto own = element.attributes.find("id");
    if (own != element.attributes.end() && own->second == id) depth = element.depth;
  }
  return part;
}

// Strokes in the paths of a part: each begins with an "m".
long strokes(const std::vector<Element>& elements, const std::string& id) {
  long count = 0;
  for (const Element& element : partOf(elements, id)) {
    const auto data = element.attributes.find("d");
    if (data != element.attributes.end()) count += std::count(data->second.begin(), data->second.end(), 'm');
  }
  return count;
}

// From the highest to the lowest point of a part's first path, micrometres; relative steps "m x z l dx dz …".
Range depthsIn(const std::vector<Element>& elements, const std::string& id) {
  const std::vector<Element> part = partOf(elements, id);
  REQUIRE_FALSE(part.empty());
  Range range{1e9, -1e9};
  double z = 0.0;
  bool is_x = true;
  std::string number;
  for (const char c : part.front().attributes.at("d") + " ") {
    if ((c == '-' || c == ' ' || (c >= 'a' && c <= 'z')) && !number.empty()) {
      if (!is_x) {
        z += std::atof(number.c_str());
        range = {std::min(range.min, z), std::max(range.max, z)};
      }
      is_x = !is_x;
      number.clear();
    }
    if (c == '-' || c == '.' || (c >= '0' && c <= '9')) number += c;
  }
  return range;
}

std::vector<double> numbersOf(const std::string& list) {
  std::vector<double> numbers;
  for (const std::string_view part : split(list, ' ')) {
    double value = 0.0;
    REQUIRE(parseNumber(part, value));
    numbers.push_back(value);
  }
  return numbers;
}

// Every id once, every reference to one that is there, and nothing from elsewhere.
void checkReferences(const std::vector<Element>& elements) {
  std::set<std::string> ids, used;
  for (const Element& element : elements) {
    CHECK(element.name != "script");
    CHECK(element.name != "style");
    for (const auto& [name, value] : element.attributes) {
      CHECK_FALSE(name.starts_with("on"));
      if (name == "id") CHECK_MESSAGE(ids.insert(value).second, value);
      if (name == "xlink:href") CHECK(value.starts_with("#"));
      if (value.starts_with("#") && name == "xlink:href") used.insert(value.substr(1));
      if (value.starts_with("url(#")) used.insert(value.substr(5, value.size() - 6));
    }
  }
  for (const std::string& each : used) CHECK_MESSAGE(ids.contains(each), each);
}

void checkDocument(const std::string& svg) {
  const std::vector<Element> elements = parse(svg);
  REQUIRE_FALSE(elements.empty());
  CHECK(elements[0].name == "svg");
  checkReferences(elements);
  CHECK(svg.size() < 600'000);  // what a page can hold beside its text
  for (const char* bad : {"nan", "inf\"", "-inf"}) CHECK(svg.find(bad) == std::string::npos);
  CHECK(svg.find(">" + text("app.disclaimer") + "<") != std::string::npos);
}

}  // namespace

TEST_SUITE("svg") {
  TEST_CASE("the checker of this file tells good from bad") {
    CHECK(parse("<a x=\"1\"><b/>words &amp; more</a>").size() == 2);
    for (const char* bad : {"<a>", "<a></b>", "<a x=1/>", "<a x=\"1\" x=\"2\"/>", "<a>R&D</a>", "</a>", "<a"}) {
      CHECK_MESSAGE(parse(bad).empty(), bad);
    }
  }

  TEST_CASE("every layer, the depths, the day and the disclaimer stand in the drawing as text") {
    Sim sim;
    REQUIRE(sim.apply({"day", "90"}).ok());
    const std::string svg = sectionSvg(sim, {});
    checkDocument(svg);
    const auto has = [&](const std::string& words) { return svg.find(">" + words + "<") != std::string::npos; };
    for (const Layer layer : {Layer::kStratumCorneum, Layer::kViableEpidermis, Layer::kPapillaryDermis,
                              Layer::kReticularDermis, Layer::kFat}) {
      CHECK_MESSAGE(has(layerName(layer)), layerName(layer));
    }
    const auto channels =
        sectionChannels(sim.scene(), sectionMoment(sim.scene(), sim.state().protocol, sim.outcome(), sim.state().day));
    for (const Callout& callout : calloutsFor(channels.back(), true)) CHECK_MESSAGE(has(callout.words), callout.words);
    CHECK(has(dayText(sim.state().protocol, 90) + ": " + text("phase.proliferation")));
    CHECK(has(describeProtocol(sim.state().protocol)));
    CHECK(has(describeDepth(sim.state().protocol)));
    CHECK(has(text("picture.newType1")));
    CHECK(has("0.5 mm"));  // the scale bar's
  }

  TEST_CASE("a screen reader finds an image with a title and the summary") {
    Sim sim;
    const auto elements = parse(sectionSvg(sim, {}));
    REQUIRE(elements.size() > 3);
    CHECK(elements[0].attributes.at("role") == "img");
    CHECK(elements[0].attributes.at("aria-labelledby") == "n-title n-description");
    CHECK(findId(elements, "n-title")->name == "title");
    CHECK(findId(elements, "n-description")->name == "desc");
    CHECK(sectionSvg(sim, {}).find(">" + describe(sim) + "</desc>") != std::string::npos);
  }

  TEST_CASE("depth is to scale: ruler, marks, labels and tissue agree on where a millimetre stands") {
    for (const std::string length : {"0.5", "1.5", "3"}) {
      CAPTURE(length);
      const auto elements = parse(svgOf({{"needleLength", length}}));
      std::vector<const Element*> marks;
      for (const Element& element : elements) {
        if (element.attributes.contains("data-mm")) marks.push_back(&element);
      }
      REQUIRE(marks.size() > 13);  // ten on the ruler and three labelled depths at the least
      const double zero_px = marks.front()->number("y1");
      REQUIRE(marks.front()->number("data-mm") == 0.0);
      const double px_per_mm = (marks[10]->number("y1") - zero_px) / marks[10]->number("data-mm");
      for (const Element* mark : marks) {
        const double y = mark->number(mark->name == "circle" ? "cy" : "y1");
        CHECK(std::abs(y - zero_px - px_per_mm * mark->number("data-mm")) < 0.05);  // px; written to a hundredth
      }
      // The tissue's own coordinates are micrometres from the surface.
      const Element* tissue = findId(elements, "n-tissue");
      REQUIRE(tissue != nullptr);
      const auto box = numbersOf(tissue->attributes.at("viewBox"));
      const double px_per_um = tissue->number("height") / box[3];
      CHECK(px_per_um * 1000.0 == doctest::Approx(px_per_mm).epsilon(1e-3));
      CHECK(tissue->number("width") / box[2] == doctest::Approx(px_per_um).epsilon(1e-6));
      CHECK(tissue->number("y") - box[1] * px_per_um == doctest::Approx(zero_px).epsilon(1e-4));
      // The reach's bar and band, to the whole micrometre.
      Protocol protocol;
      REQUIRE(setParameter(protocol, "needleLength", length).ok());
      const NeedleDepth depth = needleDepth(protocol, protocol.needleLength());
      const Range mark = depthsIn(elements, "n-reach-mark"), band = depthsIn(elements, "n-reach-band");
      CHECK(std::abs(0.5 * (mark.min + mark.max) - 1000.0 * depth.reach_mm.value) <= 1.0);
      CHECK(band.min == doctest::Approx(1000.0 * depth.reach_mm.low).epsilon(1e-3));
      CHECK(band.max == doctest::Approx(1000.0 * depth.reach_mm.high).epsilon(1e-3));
    }
  }

  TEST_CASE("the same state gives the same bytes, another day others") {
    const std::vector<Command> state = {{"preset", "texture"}, {"day", "30"}};
    const std::string svg = svgOf(state);
    CHECK(svg == svgOf(state));
    CHECK(svg != svgOf({{"preset", "texture"}, {"day", "31"}}));
  }

  TEST_CASE("new collagen: none on day 0, type III early, type I late") {
    const auto day0 = parse(svgOf({{"day", "0"}})), day60 = parse(svgOf({{"day", "60"}})),
               day365 = parse(svgOf({{"day", "365"}}));
    CHECK(strokes(day0, "n-type1") == 0);
    CHECK(strokes(day0, "n-type3") == 0);
    CHECK(strokes(day60, "n-type3") > 0);
    CHECK(strokes(day365, "n-type1") > strokes(day60, "n-type1"));
    CHECK(strokes(day365, "n-type3") < strokes(day60, "n-type3"));
  }

  TEST_CASE("the hole and the needle are drawn on the day of treatment, the reach on every day") {
    const auto day0 = parse(svgOf({{"day", "0"}})), day30 = parse(svgOf({{"day", "30"}}));
    CHECK(findId(day0, "n-hole-mark") != nullptr);
    CHECK(findId(day30, "n-hole-mark") == nullptr);
    CHECK(findId(day30, "n-reach-mark") != nullptr);
  }

  TEST_CASE("words from outside are escaped, and what XML forbids is left out") {
    Sim sim;
    render::SvgOptions options{.description = "a < b & \"c\" > <script>d\x01\x0c</script>"};
    const std::string svg = render::stillSvg(sim, {}, 0.0, options);
    CHECK_FALSE(parse(svg).empty());
    CHECK(svg.find("a &lt; b &amp; &quot;c&quot; &gt; &lt;script&gt;d&lt;/script&gt;</desc>") != std::string::npos);
    CHECK(svg.find("<script") == std::string::npos);
  }

  TEST_CASE("every preset, site, device and skin tone can be drawn") {
    std::vector<std::vector<Command>> states;
    for (const Preset& preset : presets()) states.push_back({{"preset", preset.id}, {"day", "180"}});
    for (const Choice& site : parameterRow(ParameterId::kSite).choices) {
      states.push_back({{"site", site.id}, {"sessions", "1"}, {"day", "3"}});
    }
    for (const char* device : {"roller", "stamp"}) {
      states.push_back({{"device", device}, {"needleLength", "3"}, {"site", "periorbital"}, {"day", "0"}});
    }
    for (const char* tone : {"1", "6"})
      states.push_back({{"skinTone", tone}, {"needleLength", "0.25"}, {"day", "730"}});
    for (const auto& state : states) {
      CAPTURE(state[0].value);
      checkDocument(svgOf(state));
    }
  }

  TEST_CASE("width: brought into range, words wrap on narrow pages, wide ones are the same drawing, larger") {
    Sim sim;
    const auto sized = [&](double width) { return parse(sectionSvg(sim, {.width_px = width})); };
    CHECK(sized(1.0)[0].number("width") == render::kSvgWidths.min);
    const auto usual = sized(1200.0), wide = sized(1e9);
    CHECK(wide[0].number("width") == render::kSvgWidths.max);
    CHECK(wide[0].attributes.at("viewBox") == usual[0].attributes.at("viewBox"));
    const auto texts = [](const std::vector<Element>& elements) {
      return std::count_if(elements.begin(), elements.end(), [](const Element& e) { return e.name == "text"; });
    };
    CHECK(texts(sized(360.0)) > texts(usual));
    checkDocument(sectionSvg(sim, {.width_px = 320.0}));
  }

  TEST_CASE("a close-up shows the part that the page would, and labels only what is in it") {
    Sim sim;
    const auto box = [&](const Zoom& zoom) {
      sim.apply({"zoom", formatNumber(zoom.factor)});
      sim.apply({"x", formatNumber(zoom.x_mm)});
      sim.apply({"z", formatNumber(zoom.z_mm)});
      const std::string svg = sectionSvg(sim, {});
      checkDocument(svg);
      return numbersOf(findId(parse(svg), "n-tissue")->attributes.at("viewBox"));
    };
    const auto whole = box({}), part = box({.factor = 4.0, .x_mm = 0.5, .z_mm = 0.4});
    CHECK(part[2] == doctest::Approx(whole[2] / 4.0).epsilon(1e-6));
    CHECK(part[0] + 0.5 * part[2] == doctest::Approx(500.0).epsilon(1e-6));
    CHECK(part[1] + 0.5 * part[3] == doctest::Approx(400.0).epsilon(1e-6));
    sim.apply({"zoom", formatNumber(Zoom::kMost)});
    const std::string svg = sectionSvg(sim, {});
    CHECK(svg.find(">" + layerName(Layer::kFat) + "<") == std::string::npos);
  }

  TEST_CASE("two drawings with different prefixes share no id") {
    Sim sim;
    std::set<std::string> ids;
    for (const char* prefix : {"a-", "b-"}) {
      for (const Element& element : parse(sectionSvg(sim, {.id_prefix = prefix}))) {
        const auto id = element.attributes.find("id");
        if (id != element.attributes.end()) CHECK(ids.insert(id->second).second);
      }
    }
  }

  TEST_CASE("numbers and paths in few bytes, rounding never adding up") {
    CHECK(render::svgNumber(1.5) == "1.5");
    CHECK(render::svgNumber(-0.001) == "0");
    CHECK(render::svgNumber(-0.25) == "-0.25");
    CHECK(render::svgNumber(1200.0) == "1200");
    CHECK(render::svgNumber(0.0456, 3) == "0.046");
    render::SvgPath path(0);
    path.moveTo(0.001, 0.002).lineTo(0.0014, 0.0).lineTo(0.0018, 0.0).lineTo(0.010, -0.003).close();
    CHECK(path.data() == "m1 2l0-2 1 0 8-3z");
    CHECK(render::SvgPath(1).moveTo(0.0, 0.0).lineTo(0.00005, 0.00012).data() == "m0 0l0.1 0.1");
  }

  TEST_CASE("the skin from above has scale bar, parameters, treatment and disclaimer too") {
    Sim sim;
    REQUIRE(sim.apply({"picture", "surface"}).ok());
    for (const double width : {320.0, 1200.0}) {
      const std::string svg = render::pictureSvg(sim, {.width_px = width});
      checkDocument(svg);
      const auto elements = parse(svg);
      for (const char* id : {"n-scale", "n-tissue", "n-openings", "n-legend"}) {
        CAPTURE(id);
        CHECK(findId(elements, id) != nullptr);
      }
      for (const char* id : {"n-ruler", "n-layers"}) CHECK(findId(elements, id) == nullptr);
    }
    const std::string svg = render::pictureSvg(sim, {});
    CHECK(svg.find(">" + describeProtocol(sim.state().protocol) + "<") != std::string::npos);
    CHECK(svg.find(formatText("surface.treatment", {"1", "4"})) != std::string::npos);
    REQUIRE(sim.apply({"picture", "section"}).ok());
    CHECK(render::pictureSvg(sim, {}) == sectionSvg(sim, {}));
  }

  TEST_CASE("the strip is saved as it is seen: seven needles in one skin, each with its depths") {
    Sim sim;
    REQUIRE(sim.apply({"picture", "strip"}).ok());
    const std::string svg = render::pictureSvg(sim, {});
    checkDocument(svg);
    CHECK(svg.find(describeProtocol(sim.state().protocol)) != std::string::npos);
    for (const double length : kStripLengths) {
      const NeedleDepth depth = needleDepth(sim.state().protocol, length);
      CAPTURE(length);
      CHECK(svg.find(">" + formatNumber(length) + " mm<") != std::string::npos);
      CHECK(svg.find(">" + formatText("picture.reachShort", {formatFixed(depth.reach_mm.value, 2)}) + "<") !=
            std::string::npos);
    }
    const std::string narrow = render::pictureSvg(sim, {.width_px = 390.0});
    checkDocument(narrow);
    CHECK(findId(parse(narrow), "n-layers") == nullptr);
  }

  TEST_CASE("stills: five days, the untreated skin before them, or both protocols' days in two rows") {
    Sim sim;
    const auto counts = [&] {
      std::vector<std::size_t> lengths;
      for (const auto& row : render::stillRows(sim, {.width_px = 640.0})) {
        for (const auto& svg : row) checkDocument(svg);
        lengths.push_back(row.size());
      }
      return lengths;
    };
    CHECK(counts() == std::vector<std::size_t>{5});
    REQUIRE(sim.apply({"split", "before"}).ok());
    CHECK(counts() == std::vector<std::size_t>{6});
    REQUIRE(sim.apply({"split", "protocol"}).ok());
    CHECK(counts() == std::vector<std::size_t>{5, 5});
  }

  TEST_CASE("two sections stand side by side to one scale, each with its title, over one legend") {
    const std::string before = svgOf({{"day", "90"}, {"split", "before"}});
    const std::string both = svgOf({{"day", "90"}, {"split", "protocol"}, {"b.needleLength", "3"}});
    for (const std::string& svg : {before, both}) {
      const std::vector<Element> elements = parse(svg);
      std::vector<Element> tissues;
      for (const Element& element : elements) {
        const auto id = element.attributes.find("id");
        if (id != element.attributes.end() && id->second.ends_with("tissue")) tissues.push_back(element);
      }
      CHECK(tissues.size() == 2);
      if (tissues.size() != 2) return;
      for (const char* same : {"y", "width", "height", "viewBox"}) {
        CHECK(tissues[0].attributes.at(same) == tissues[1].attributes.at(same));
      }
      CHECK(std::count_if(elements.begin(), elements.end(), [](const Element& element) {
              const auto id = element.attributes.find("id");
              return id != element.attributes.end() && id->second.ends_with("legend");
            }) == 1);
    }
    CHECK(before.find("Untreated") != std::string::npos);
    CHECK(before.find("Treated, day 90") != std::string::npos);
    CHECK(both.find("A: Cheek, motor pen, 1.5 mm") != std::string::npos);
    CHECK(both.find("B: Cheek, motor pen, 3 mm") != std::string::npos);
  }

  TEST_CASE("every entry of every legend has something drawn before its words") {
    Sim sim;
    REQUIRE(sim.apply({"picture", "surface"}).ok());
    const std::string above = render::pictureSvg(sim, {});
    const std::string polarised = svgOf({{"light", "polarised"}}), section = svgOf({});
    const std::pair<LegendKind, const std::string*> drawn[] = {
        {LegendKind::kSurface, &above}, {LegendKind::kPolarised, &polarised}, {LegendKind::kSection, &section}};
    for (const auto& [kind, svg] : drawn) {
      const auto legend = partOf(parse(*svg), "n-legend");
      REQUIRE_FALSE(legend.empty());
      std::size_t samples = 0, empty = 0;
      for (std::size_t i = 0; i < legend.size(); ++i) {
        if (legend[i].name != "g") continue;
        ++samples;
        if (i + 1 >= legend.size() || legend[i + 1].name != "path") ++empty;
      }
      CHECK(samples == legendEntries(kind).size());
      CHECK(empty == 0);
    }
  }

  TEST_CASE("new epidermis comes with the closing hole and goes when the path is healed") {
    const auto has = [](const char* day) {
      return svgOf({{"day", day}}).find("id=\"n-new-epidermis\"") != std::string::npos;
    };
    CHECK_FALSE(has("0"));
    CHECK(has("0.5"));
    CHECK_FALSE(has("27"));
  }

  TEST_CASE("no words and no leading line lie under the scale bar") {
    for (const double width_px : {320.0, 480.0, 800.0, 1600.0}) {
      for (const char* length : {"1.5", "2.5", "3"}) {
        for (const char* split : {"none", "protocol"}) {
          const auto elements = parse(svgOf({{"needleLength", length}, {"split", split}}, {.width_px = width_px}));
          const std::string prefix = std::string(split) == "none" ? "n-" : "n-a-";
          const std::vector<Element> scale = partOf(elements, prefix + "scale");
          REQUIRE_FALSE(scale.empty());
          const Element& bar = scale.front();
          for (const char* part : {"layers", "depths"}) {
            for (const Element& each : partOf(elements, prefix + part)) {
              if (each.name != "rect") continue;
              const bool beside = each.number("x") + each.number("width") <= bar.number("x") ||
                                  each.number("x") >= bar.number("x") + bar.number("width") ||
                                  each.number("y") + each.number("height") <= bar.number("y");
              CAPTURE(width_px);
              CAPTURE(length);
              CHECK(beside);
            }
          }
        }
      }
    }
  }
}

#include <doctest/doctest.h>
#include <imgui.h>

#include <algorithm>
#include <set>

#include "core/csv.h"
#include "core/text.h"
#include "model/calendar.h"
#include "model/citation.h"
#include "model/claims.h"
#include "model/comfort.h"
#include "model/describe.h"
#include "model/guide.h"
#include "model/indication.h"
#include "model/pseudo.h"
#include "model/recovery.h"
#include "model/results_json.h"
#include "model/safety.h"
#include "model/section_labels.h"
#include "model/series_csv.h"
#include "model/shown.h"
#include "model/split.h"
#include "model/state_text.h"
#include "model/surface_view.h"
#include "model/texts.h"
#include "render/surface_svg.h"
#include "render/svg_writer.h"
#include "ui/theme.h"

// Every word in every language, and nothing but words: what programs read is the same in all of them.

using namespace needling;

namespace {

// Sets a language, and English again at the end of its scope.
class Speaking {
 public:
  explicit Speaking(Language language) { setLanguage(language); }
  ~Speaking() { setLanguage(Language::kEnglish); }
  Speaking(const Speaking&) = delete;
  Speaking& operator=(const Speaking&) = delete;
};

constexpr Language kLanguages[] = {Language::kEnglish, Language::kSpanish, Language::kPseudo};

std::string in(Language language, const std::string& id) {
  const Speaking speaking(language);
  return text(id);
}

bool isDigit(char c) { return c >= '0' && c <= '9'; }

std::set<std::string> placeholders(const std::string& words) {
  std::set<std::string> found;
  for (std::size_t at = words.find('{'); at != std::string::npos; at = words.find('{', at + 1)) {
    found.insert(words.substr(at, words.find('}', at) - at + 1));
  }
  return found;
}

// The numbers in a text, sorted, decimal sign taken off; placeholders are none.
std::multiset<std::string> numbers(const std::string& words) {
  std::multiset<std::string> found;
  std::string number;
  bool inside = false;
  for (std::size_t i = 0; i <= words.size(); ++i) {
    const char c = i < words.size() ? words[i] : ' ';
    inside = c == '{' || (inside && c != '}');
    const bool sign = (c == '.' || c == ',') && !number.empty() && i + 1 < words.size() && isDigit(words[i + 1]);
    if (!inside && (isDigit(c) || sign)) {
      number += sign ? '.' : c;
    } else if (!number.empty()) {
      found.insert(number);
      number.clear();
    }
  }
  return found;
}

// A decimal point between digits.
bool hasPoint(std::string_view words) {
  for (std::size_t i = 1; i + 1 < words.size(); ++i) {
    if (words[i] == '.' && isDigit(words[i - 1]) && isDigit(words[i + 1])) return true;
  }
  return false;
}

// Everything said about a state, in one string.
std::string spoken(const Sim& sim) {
  const Protocol& protocol = sim.state().protocol;
  std::string all = describe(sim) + "\n";
  for (const Warning& warning : warningsFor(protocol)) all += warning.text + "\n";
  for (const ComfortSentence& sentence : painSentences(protocol)) all += sentence.text + "\n";
  for (const ComfortSentence& sentence : numbingSentences(protocol)) all += sentence.text + "\n";
  const Readout readout = readoutOn(protocol, sim.outcome(), sim.state().day);
  const IndicationRow& row = indicationOf(protocol);
  all += readout.text + readout.untreated_text + row.courseText() + row.quantityText() + row.gradeText() + "\n";
  if (readout.known()) all += bandText(*readout.value, 1, shownUnit(row.unit)) + "\n";
  all += deliverySentence(protocol) + menopauseText(sim.outcome()) + "\n";
  for (const ParameterRow& each : parameterTable()) {
    all += each.label() + ": " + parameterLabel(each, protocol.get(each.parameter)) + ". " + each.meaning() + "\n";
  }
  for (const Preset& preset : presets()) all += preset.label() + "\n";
  for (const GuideTopic& topic : guideTopics()) {
    all += topic.name() + "\n";
    for (const GuideLine& line : guideLines(topic, protocol, sim.state().day))
      all += line.heading + ": " + line.text + "\n";
  }
  for (std::size_t side = 0; side < splitCount(sim.state()); ++side) {
    all += splitTitle(sim.state(), splitSide(sim.state(), side), sim.state().day, false) + "\n";
  }
  for (const std::string& line : surfaceWords(protocol, sim.surface(), 1)) all += line + "\n";
  for (const double at : {0.0, 0.3, 0.5, 0.7, 1.0}) {
    const InsertionState state = insertionAt(sim.scene().depth, at);
    all += insertionCaption(sim.scene().depth, state) + "\n";
  }
  for (const RecoveryItem* item : recoveryItemsFor(protocol)) all += text(item->text_id) + "\n";
  return all + calendarText(protocol, {2026, 12, 1}, 0);
}

// What a calendar file has beside its words; a folded line goes on from the one before.
bool isOfCalendarFormat(std::string_view line) {
  return line.starts_with("PRODID") || line.starts_with("VERSION") || line.starts_with("UID") || line.starts_with(' ');
}

std::vector<Sim> manySims() {
  std::vector<Sim> sims(presets().size());
  for (std::size_t i = 0; i < sims.size(); ++i) {
    REQUIRE(sims[i].apply({"preset", presets()[i].id}).ok());
    REQUIRE(sims[i].apply({"day", "91.5"}).ok());
    REQUIRE(sims[i].apply({"topical", i % 2 == 0 ? "vitaminC" : "hyaluronic"}).ok());
    REQUIRE(sims[i].apply({"split", "protocol"}).ok());
    REQUIRE(sims[i].apply({"b.needleLength", "0.75"}).ok());
  }
  return sims;
}

// The words of an SVG document, tags taken off.
std::string wordsOf(const std::string& svg) {
  std::string words;
  bool inside = false;
  for (const char c : svg) {
    if (c == '<') inside = true;
    if (!inside) words += c;
    if (c == '>') {
      inside = false;
      words += '\n';
    }
  }
  return words;
}

// The values of one attribute, in order.
std::string valuesOf(const std::string& svg, const std::string& attribute) {
  std::string values;
  const std::string begin = attribute + "=\"";
  for (std::size_t at = svg.find(begin); at != std::string::npos; at = svg.find(begin, at + 1)) {
    const std::size_t from = at + begin.size();
    values += svg.substr(from, svg.find('"', from) - from) + "\n";
  }
  return values;
}

// Code points of UTF-8 that is known to be whole.
std::set<unsigned> codePoints(const std::string& words) {
  std::set<unsigned> found;
  for (std::size_t i = 0; i < words.size();) {
    const auto lead = static_cast<unsigned char>(words[i]);
    const std::size_t length = lead < 0x80 ? 1 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
    unsigned code = length == 1 ? lead : lead & (0x7fU >> length);
    for (std::size_t k = 1; k < length; ++k) code = code << 6U | (static_cast<unsigned char>(words[i + k]) & 0x3fU);
    if (code >= 0x20) found.insert(code);
    i += length;
  }
  return found;
}

}  // namespace

TEST_SUITE("language") {
  TEST_CASE("a source is named in the reader's language, and whether its authors were checked") {
    CHECK(citations("S-094;P-T6-06") ==
          "Several clinics (grade E); Brogden group 2021 (35 people, grade D, authors not checked)");
    const Speaking spanish(Language::kSpanish);
    CHECK(citations("S-094;P-T6-06") ==
          "Varias clínicas (grado E); Grupo de Brogden 2021 (35 personas, grado D, autores sin comprobar)");
  }

  TEST_CASE("every text is there in every language, and none besides") {
    for (const Language language : kLanguages) CHECK_EQ(joined(textsAmiss(language), ", "), "");
    CHECK(textIds().size() > 500);
  }

  TEST_CASE("no table names an id twice, and only English tells evidence") {
    for (const char* name : {"texts/en.csv", "texts/es.csv"}) {
      const CsvTable& table = embeddedTable(name);
      std::set<std::string> ids;
      for (std::size_t row = 0; row < table.rowCount(); ++row) {
        const std::string& id = table.at(row, "id");
        CAPTURE(id);
        CHECK(ids.insert(id).second);
        CHECK_FALSE(table.at(row, "text").empty());
      }
      CHECK(table.hasColumn("evidence") == (std::string_view(name) == "texts/en.csv"));
    }
  }

  TEST_CASE("a translation has the placeholders and the numbers of English, and ends as it does") {
    for (const std::string& id : textIds()) {
      CAPTURE(id);
      const std::string english = in(Language::kEnglish, id);
      const std::string spanish = in(Language::kSpanish, id);
      CHECK(placeholders(spanish) == placeholders(english));
      CHECK(placeholders(in(Language::kPseudo, id)) == placeholders(english));
      CHECK(numbers(spanish) == numbers(english));
      CHECK(spanish.ends_with('.') == english.ends_with('.'));
      CHECK_FALSE(hasPoint(spanish));
    }
  }

  TEST_CASE("the pseudo-locale is longer, accented and bracketed, its placeholders as they were") {
    CHECK_EQ(pseudoText("Needle {0}"), "[NÑeéeéddlleé {0}]");
    CHECK_EQ(pseudoText(""), "[]");
  }

  TEST_CASE("a wrong language is refused in one sentence and changes nothing") {
    const unsigned before = languageRevision();
    CHECK_EQ(changeLanguage("fr").message, "locale cannot be \"fr\": it must be one of en, es, qps.");
    CHECK(language() == Language::kEnglish);
    CHECK(languageRevision() == before);
    const Speaking speaking(Language::kSpanish);
    CHECK_EQ(changeLanguage("").message, "locale no puede ser \"\": debe ser uno de estos valores: en, es, qps.");
    CHECK(language() == Language::kSpanish);
    CHECK(languageRevision() == before + 1);
  }

  TEST_CASE("a change of language reaches every word that is told, and goes back exactly") {
    for (const Sim& sim : manySims()) {
      const std::string english = spoken(sim), results = resultsJson(sim.derived(), 91.5),
                        svg = render::pictureSvg(sim, {});
      {
        const Speaking speaking(Language::kPseudo);
        // Every sentence of English is gone.
        const std::string pseudo = spoken(sim);
        CHECK(pseudo != english);
        for (const std::string_view line : split(english, '\n')) {
          const bool words = std::count_if(line.begin(), line.end(), [](char c) { return c >= 'a' && c <= 'z'; }) > 3;
          const std::string each(line);
          CAPTURE(each);
          if (words && !isOfCalendarFormat(line)) CHECK(pseudo.find("\n" + each + "\n") == std::string::npos);
        }
      }
      CHECK_EQ(spoken(sim), english);
      CHECK_EQ(resultsJson(sim.derived(), 91.5), results);
      CHECK(render::pictureSvg(sim, {}) == svg);
    }
  }

  TEST_CASE("Spanish names labels, choices, units and presets; one is not many") {
    const Speaking speaking(Language::kSpanish);
    CHECK_EQ(parameterRow(ParameterId::kNeedleLength).label(), "Longitud de aguja");
    CHECK_EQ(parameterLabel(parameterRow(ParameterId::kDevice), 1), "Rodillo manual");
    CHECK_EQ(parameterLabel(parameterRow(ParameterId::kIntervalWeeks), 1), "1 semana");
    CHECK_EQ(parameterLabel(parameterRow(ParameterId::kIntervalWeeks), 3), "3 semanas");
    CHECK_EQ(parameterLabel(parameterRow(ParameterId::kNeedleLength), 1.5), "1,5 mm");
    CHECK_EQ(parameterLabel(parameterRow(ParameterId::kNumbingMinutes), 0), "ninguna");
    CHECK_EQ(findPreset("homeRoller")->label(), "Rodillo en casa, 0,25 mm");
    CHECK_EQ(layerName(Layer::kStratumCorneum), "estrato córneo");
    CHECK_EQ(gainText({1.12, 1.05, 1.24}), "+12 % (+5 a +24)");
  }

  TEST_CASE("people read a decimal comma in Spanish, everywhere") {
    const std::vector<Sim> sims = manySims();
    const Speaking speaking(Language::kSpanish);
    for (const Sim& sim : sims) {
      const std::string all = spoken(sim);
      for (const std::string_view line : split(all, '\n')) {
        const std::string each(line);
        CAPTURE(each);
        if (!isOfCalendarFormat(line)) CHECK_FALSE(hasPoint(line));
      }
      CHECK_FALSE(hasPoint(wordsOf(render::pictureSvg(sim, {}))));
    }
    CHECK_EQ(bandText({1.38, 1.05, 1.5}, 2, "mm"), "1,38 mm (1,05–1,50)");
    CHECK_EQ(shownDigits("3–4"), "3–4");
  }

  TEST_CASE("what programs read is the same in every language") {
    for (const Sim& sim : manySims()) {
      const std::string fragment = stateToFragment(sim.state()), json = stateToJson(sim.state()),
                        csv = seriesCsv(sim, {0.0, 30.5, 91.5}),
                        series = seriesJson(sim.derived(), SeriesId::kCollagenTotal),
                        depths = depthTableJson(sim.state().protocol, {0.25, 1.5}),
                        marks = valuesOf(render::pictureSvg(sim, {}), "data-mm");
      for (const Language language : kLanguages) {
        const Speaking speaking(language);
        CHECK_EQ(stateToFragment(sim.state()), fragment);
        CHECK_EQ(stateToJson(sim.state()), json);
        CHECK_EQ(seriesCsv(sim, {0.0, 30.5, 91.5}), csv);
        CHECK_EQ(seriesJson(sim.derived(), SeriesId::kCollagenTotal), series);
        CHECK_EQ(depthTableJson(sim.state().protocol, {0.25, 1.5}), depths);
        CHECK_EQ(valuesOf(render::pictureSvg(sim, {}), "data-mm"), marks);
        Sim read;
        CHECK(stateFromJson(read, json).ok());
        CHECK(read.state() == sim.state());
        for (const ParameterRow& row : parameterTable()) {
          CHECK(parameterText(row, sim.state().protocol.get(row.parameter)).find(',') == std::string::npos);
        }
      }
    }
  }

  TEST_CASE("a calendar keeps its event ids when the language changes") {
    const auto ids = [] {
      std::string lines;
      const std::string file = calendarText(Protocol(), {2026, 12, 1}, 0);
      for (const std::string_view line : split(file, '\n')) {
        if (line.starts_with("UID:") || line.starts_with("DTSTART")) lines += line;
      }
      return lines;
    };
    const std::string english = ids();
    const Speaking speaking(Language::kSpanish);
    CHECK_EQ(ids(), english);
  }

  TEST_CASE("a refusal is told in the language, its numbers as an address takes them") {
    const Speaking speaking(Language::kSpanish);
    Sim sim;
    CHECK_EQ(sim.apply({"needleLength", "99"}).message, "needleLength no puede ser 99: debe estar entre 0.25 y 3 mm.");
    CHECK_EQ(sim.apply({"b.sessions", "1.5"}).message,
             "b.sessions no puede ser 1.5: debe ser un número entero de 1 a 8 tratamientos.");
  }

  TEST_CASE("an argument that looks like a placeholder or like a tag stays what it is") {
    CHECK_EQ(formatText("refused.choice", {"{1}", "<b>", "c"}), "{1} cannot be <b>: it must be one of c.");
    render::SvgWriter svg;
    svg.words("text", {}, "<b> & \"c\"");
    const std::string document = svg.finish();
    CHECK(document.find("<b>") == std::string::npos);
    CHECK(document.find("&lt;b") != std::string::npos);
  }

  TEST_CASE("the font has a glyph for every character of every text in every language") {
    ImGuiContext* context = ImGui::CreateContext();
    ui::applyTheme();
    ImFont* font = ImGui::GetIO().Fonts->Fonts[0];
    for (const Language language : kLanguages) {
      const Speaking speaking(language);
      for (const std::string& id : textIds()) {
        CAPTURE(id);
        for (const unsigned code : codePoints(text(id))) {
          CAPTURE(code);
          CHECK(font->IsGlyphInFont(static_cast<ImWchar>(code)));
        }
      }
    }
    ImGui::DestroyContext(context);
  }
}

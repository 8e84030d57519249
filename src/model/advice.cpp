#include "model/advice.h"

#include "core/csv.h"
#include "model/texts.h"
#include "model_assets.h"

namespace needling {

const std::vector<AdviceItem>& adviceList() {
  static const std::vector<AdviceItem> list =
      rowsOf(CsvTable(assets::kAdviceCsv), [](const CsvTable& table, std::size_t row) {
        return AdviceItem{.id = table.at(row, "id"),
                          .group = table.at(row, "group"),
                          .text_id = table.at(row, "text"),
                          .evidence = table.at(row, "evidence")};
      });
  return list;
}

std::vector<const AdviceItem*> adviceIn(std::string_view group) {
  std::vector<const AdviceItem*> items;
  for (const AdviceItem& item : adviceList()) {
    if (item.group == group) items.push_back(&item);
  }
  return items;
}

std::vector<std::string> adviceGroups() {
  std::vector<std::string> groups;
  for (const AdviceItem& item : adviceList()) {
    if (groups.empty() || groups.back() != item.group) groups.push_back(item.group);
  }
  return groups;
}

const std::string& adviceGroupName(std::string_view group) { return text("advice.group." + std::string(group)); }

const std::string& adviceNote() { return text("advice.incomplete"); }

}  // namespace needling

// What to know before deciding: reasons to wait or to ask, risks as far as they were counted, home use, devices and who
// treats. Rows of assets/evidence/advice.csv, from device labels, regulators and published cases. No rate is given for
// infection, cold sores and granulomas, as nobody has counted them, and no safe depth for use at home.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace needling {

struct AdviceItem {
  std::string id;
  std::string group;     // "notNow", "askFirst", "numbing", "homeUse", "pigment", "infection", ...
  std::string text_id;   // of assets/texts/en.csv
  std::string evidence;  // ids, separated by semicolons
};

// In the order in which they are to be shown; a group's items stand together.
const std::vector<AdviceItem>& adviceList();
std::vector<const AdviceItem*> adviceIn(std::string_view group);

// Ids of the groups in order.
std::vector<std::string> adviceGroups();
// "Not now with".
const std::string& adviceGroupName(std::string_view group);
// That the lists are not complete; to be shown under them.
const std::string& adviceNote();

}  // namespace needling

// cited.mjs [--check]: writes assets/evidence/cited.csv, a short name, n and grade for every ledger row that a table of assets/ names
// in a column of evidence; the program shows them where it tells what a sentence rests on. With --check it only says whether the file
// is up to date.
//
//   citation  at most 28 characters: first author and year, or body and year
//   es        the same where it has English words, at most 40 characters
//   memory    "yes" where the ledger has authors or year from memory
//   n         people; empty where the source counts something else or does not tell
//   grade     of the claim that the row belongs to, "-" where there is nothing to grade
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { authorAndYear, ledgerRows, placesByRow, project, readTable } from "./evidence.mjs";

const longest = { en: 28, es: 40 };

// Rows whose citation does not begin with an author and have no author in the claim either, or where that would mislead.
const named = [
  [/50 MHz HFUS/, "Southwest Medical Univ. 2019"], [/Biomechanics of Living/, "Biomechanics textbook"], [/BMI' \(authors/, "Facial ultrasound study"],
  [/21 CFR 878/, "21 CFR 878.4430"], [/^ASDS 2017/, "ASDS 2017, clinic page"], [/^Aesthetic Plast Surg 2025|^same$/, "Systematic review 2025"],
  [/^Amiea/, "Amiea Exceed manual"], [/^Bellus SkinPen|^SkinPen (consent|manual|label$)/, "SkinPen manual"], [/^SkinPen Precision label/, "SkinPen consent form"],
  [/^Brincat/, "Calleja-Agius 2011"], [/^CD011946/, "Cochrane CD011946 2016"], [/^CMAC/, "CMAC guideline 2021"], [/^Chu 2021; Sasaki/, "Chu 2021; Sasaki 2019"],
  [/^Clin Anat 2021/, "Clin Anat 2021"], [/^CollaPen|^Top Beauty|^drmalda|^monarchbrow/, "Clinic pages"], [/^DEN160029|^FDA DEN160029/, "FDA DEN160029 2018"], [/^DermNet/, "DermNet"],
  [/^DermapenWorld/, "Dermapen 4 manual"], [/^Dermida/, "SkinPen, Dermida manuals"], [/^SkinPen, Dermida/, "SkinPen, Dermida manuals"], [/^Dermoscopedia/, "Dermoscopedia"],
  [/^Dr\. Pen/, "Dr. Pen depth guide"], [/^EMLA (US|label)/, "EMLA label"], [/^El-Domyati 2015 x2/, "El-Domyati 2015, 2 papers"], [/^Exceed manual p/, "Exceed manual"],
  [/^Exceed manual;/, "Exceed manual, clinic"], [/^FDA K(\d+)/, "FDA K202243"], [/^FDA Microneedling|^FDA$/, "FDA page"], [/^FDA advisory$/, "FDA 2024"],
  [/^Faghihi 2021; Ahmed/, "Faghihi 2021; Ahmed 2025"], [/^Fernandes D/, "Fernandes, undated"], [/^Gantrez/, "Donnelly 2011"], [/^Gerontology 1990/, "Branchet 1990"],
  [/^Granulomatous reaction/, "JAAD case abstract"], [/^Health Canada/, "Health Canada 2021"], [/^Hong Kong J/, "Hong Kong J Dermatol 2018"],
  [/^Indonesian/, "Indonesian trial, undated"], [/^J Appl Toxicol/, "J Appl Toxicol 2023"], [/^J Cosmet Dermatol 2024/, "Meta-analysis 2024 (JCD)"], [/^Jimenez/, "Jimenez 2011"],
  [/^K\d{6}/, "FDA 510(k)"], [/Vietnam/, "Vietnamese cohort 2019"], [/nickel-allergic/, "Nickel allergy case"], [/^NCT02646917/, "NCT02646917"],
  [/^Non-surgical Procedures/, "Scotland, Act of 2026"], [/^Nuance|^fifthelement|^perfectbrow|^several clinic/, "Several clinics"], [/^PMC2739287/, "Mouse study PMC2739287"],
  [/^PMC4695825/, "Roller study PMC4695825"], [/^PMC9830423/, "PMC9830423"], [/^PMID 22093071/, "Fractional laser study 2011"], [/^Pearson/, "Anatomy study page"],
  [/^Plastic Surgery Key/, "Plastic Surgery Key"], [/^Project LEAD/, "Project LEAD"], [/^Selcuk/, "Selcuk Med J, undated"], [/^Sirius/, "Sirius Analytical"],
  [/^Smart Skin/, "Smart Skin Clinic"], [/^Soltani-Arabshahi 2014; /, "Soltani 2014 and 2 more"], [/^TGA/, "TGA 2019"], [/^Thieme 2024/, "Meta-analysis 2024 (Thieme)"],
  [/^You SK/, "Polymer roller study"], [/^brandonross|^skinbysalima/, "Clinic page"], [/^derived from Gill/, "Arithmetic on Gill 2008"], [/^derived$/, "Own pooling, five groups"],
  [/^dermapen\.com/, "Pen vendor page"], [/^from drum size/, "Arithmetic, Schwarz 2011"], [/^general knowledge/, "Not read"], [/^masteraesthetics/, "Clinic, SkinPen glossary"],
  [/^quotes Sorrell/, "Clinic page on Sorrell 2004"], [/^rongsen/, "Device page, patients' page"], [/^seekhealthz/, "seekhealthz"], [/^Gupta 2023; Xu/, "Gupta 2023; Xu 2024"],
  [/^Martin 2021; Soltani/, "Martin 2021; Soltani 2014"], [/^Mohammed 2014; asc/, "Mohammed 2014"], [/^Carly/, "Pearce 2021"], [/^Freier|^PRIME 2015/, "PRIME 2015"],
  [/^Brogden/, "Brogden group 2021"], [/^Buganza/, "Buganza Tepole model"], [/^Lee GY/, "Lee 2023"], [/^FDA draft/, "FDA draft guidance 2017"], [/^FDA public/, "FDA advisory 2007"],
  [/^Kenkel/, "Kenkel group 2021"], [/^Reilly/, "Reilly & Lozano 2021"], [/^Shen 2022; /, "Shen 2022"], [/^King M\. J|^King 2017/, "King 2017"],
];

const spanish = {
  "ASDS 2017, clinic page": "ASDS 2017, página de clínica", "Amiea Exceed manual": "Manual de Amiea Exceed", "Anatomy study page": "Página de estudio anatómico",
  "Arithmetic, Schwarz 2011": "Cálculo con Schwarz 2011", "Biomechanics textbook": "Manual de biomecánica", "Brogden group 2021": "Grupo de Brogden 2021",
  "Buganza Tepole model": "Modelo de Buganza Tepole", "Clinic page": "Página de una clínica", "Clinic pages": "Páginas de clínicas",
  "Clinic page on Sorrell 2004": "Clínica, sobre Sorrell 2004", "Clinic, SkinPen glossary": "Clínica, glosario de SkinPen", "Dermapen 4 manual": "Manual de Dermapen 4",
  "Device page, patients' page": "Páginas del aparato y para pacientes", "Dr. Pen depth guide": "Guía de profundidad de Dr. Pen", "EMLA label": "Ficha técnica de EMLA",
  "El-Domyati 2015, 2 papers": "El-Domyati 2015, 2 artículos", "Exceed manual": "Manual de Exceed", "Exceed manual, clinic": "Manual de Exceed, clínica", "FDA page": "Página de la FDA",
  "FDA advisory 2007": "Aviso de la FDA 2007", "FDA draft guidance 2017": "Borrador de guía de la FDA 2017", "CMAC guideline 2021": "Guía CMAC 2021",
  "Facial ultrasound study": "Estudio de ecografía facial", "Fernandes, undated": "Fernandes, sin fecha", "Fractional laser study 2011": "Estudio de láser fraccionado 2011",
  "Indonesian trial, undated": "Ensayo indonesio, sin fecha", "JAAD case abstract": "Resumen de un caso, JAAD", "Kenkel group 2021": "Grupo de Kenkel 2021",
  "Meta-analysis 2024 (JCD)": "Metaanálisis 2024 (JCD)", "Meta-analysis 2024 (Thieme)": "Metaanálisis 2024 (Thieme)", "Mouse study PMC2739287": "Estudio en ratones PMC2739287",
  "Nickel allergy case": "Caso de alergia al níquel", "Not read": "No leído", "Own pooling, five groups": "Agrupación propia, cinco grupos", "Pen vendor page": "Página de un vendedor de plumas",
  "Polymer roller study": "Estudio con rodillo de polímero", "Roller study PMC4695825": "Estudio con rodillo PMC4695825", "Scotland, Act of 2026": "Escocia, ley de 2026",
  "Selcuk Med J, undated": "Selcuk Med J, sin fecha", "Several clinics": "Varias clínicas", "SkinPen consent form": "Consentimiento de SkinPen", "SkinPen manual": "Manual de SkinPen",
  "SkinPen, Dermida manuals": "Manuales de SkinPen y Dermida", "Soltani 2014 and 2 more": "Soltani 2014 y 2 más", "Systematic review 2025": "Revisión sistemática 2025",
  "Vietnamese cohort 2019": "Cohorte vietnamita 2019", "Arithmetic on Gill 2008": "Cálculo con Gill 2008", "Reilly & Lozano 2021": "Reilly y Lozano 2021",
};

const fromMemory = (row, claim) => /(authors?|year)[^)]* from memory/.test(row.citation + claim.source) || /^(Jimenez|Brogden)/.test(row.citation);

function shortName(row, claim) {
  const given = named.find(([pattern]) => pattern.test(row.citation))?.[1];
  if (given) return given;
  const name = authorAndYear(row.citation) || authorAndYear(claim.source);
  if (!name) throw new Error(`${row.id}: no short name for "${row.citation}"; give it one in web/cited.mjs`);
  return name;
}

// How many people a count tells of: "12 trials, 631 people" is 631, "30 of 36" is 30, "180 samples" is none.
function people(count) {
  const found = /^(\d+)(?: \(.*\)| of \d+| completed| heads)?$|(\d+) (?:people|patients|adults)|^\d+ RCT, (\d+)$|^\d+ trials, (\d+)$|^(\d+), \d+ trials$/.exec(count);
  if (found) return found.slice(1).find(Boolean);
  return /^\d+(-| to )\d+$/.test(count) ? count.replace(/-| to /, "–") : "";
}

const inTable = (words) => (/[",]/.test(words) ? `"${words}"` : words);

function table() {
  const rows = ledgerRows(), claims = new Map(readTable("assets/evidence/claims.csv").flatMap((claim) => claim.evidence.split(";").map((id) => [id, claim])));
  const lines = [...placesByRow().keys()].sort().map((id) => {
    const row = rows.get(id), claim = claims.get(id);
    if (!row || !claim) throw new Error(`${id} is in no ledger or in no claim`);
    const names = { en: shortName(row, claim) };
    names.es = spanish[names.en] ?? "";
    for (const [language, name] of Object.entries(names)) {
      if (name.length > longest[language]) throw new Error(`${id}: "${name}" has more than ${longest[language]} characters`);
    }
    return [id, inTable(names.en), inTable(names.es), fromMemory(row, claim) ? "yes" : "", people(row.n) || people(claim.n), claim.grade].join(",");
  });
  return `id,citation,es,memory,n,grade\n${lines.join("\n")}\n`;
}

const path = join(project, "assets/evidence/cited.csv");
const old = existsSync(path) ? readFileSync(path, "utf8") : "";
let made;
try {
  made = table();
} catch (error) {
  console.error(`cited: ${error.message}`);
  process.exit(1);
}
if (made === old) process.exit(0);
if (process.argv.includes("--check")) {
  console.error("cited: assets/evidence/cited.csv is not what the ledgers give; node web/cited.mjs writes it anew.");
  process.exit(1);
}
writeFileSync(path, made);

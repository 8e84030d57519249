// imsmanifest.xml of a course package, for SCORM 1.2 and for SCORM 2004 4th edition: one course with one page. It has no mastery score;
// whoever wants one sets it in the LMS.
import { escaped } from "./page_words.mjs";

const KINDS = {
  scorm12: {
    version: "1.2",
    namespaces: 'xmlns="http://www.imsproject.org/xsd/imscp_rootv1p1p2" xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_rootv1p2" ' +
      'xmlns:lom="http://www.imsglobal.org/xsd/imsmd_rootv1p2p1"',
    text: (language, words) => `<lom:langstring xml:lang="${language}">${words}</lom:langstring>`,
    type: "scormtype",
    sequencing: "",
    itemSequencing: "",
  },
  scorm2004: {
    version: "2004 4th Edition",
    namespaces: 'xmlns="http://www.imsglobal.org/xsd/imscp_v1p1" xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_v1p3" ' +
      'xmlns:imsss="http://www.imsglobal.org/xsd/imsss" xmlns:lom="http://ltsc.ieee.org/xsd/LOM"',
    text: (language, words) => `<lom:string language="${language}">${words}</lom:string>`,
    type: "scormType",
    // The page says itself when it is complete, and says nothing of success: so none is made up.
    itemSequencing: `
        <imsss:sequencing>
          <imsss:deliveryControls completionSetByContent="true" objectiveSetByContent="true"/>
        </imsss:sequencing>`,
    sequencing: `
      <imsss:sequencing>
        <imsss:controlMode choice="true" flow="true"/>
      </imsss:sequencing>`,
  },
};

/**
 * @param {"scorm12" | "scorm2004"} kind
 * @param {{ version: string, title: Record<string, string>, description: Record<string, string>, launch: string, files: string[] }} course texts by language
 */
export function courseManifest(kind, { version, title, description, launch, files }) {
  const { version: schema, namespaces, text, type, sequencing, itemSequencing } = KINDS[kind];
  const inAll = (words) => Object.entries(words).map(([language, each]) => text(language, escaped(each))).join("");
  return `<?xml version="1.0" encoding="UTF-8"?>
<manifest identifier="microneedling-explorer" version="${escaped(version)}" ${namespaces}>
  <metadata>
    <schema>ADL SCORM</schema>
    <schemaversion>${schema}</schemaversion>
    <lom:lom>
      <lom:general>
        <lom:title>${inAll(title)}</lom:title>
        ${Object.keys(title).map((language) => `<lom:language>${language}</lom:language>`).join("")}
        <lom:description>${inAll(description)}</lom:description>
      </lom:general>
    </lom:lom>
  </metadata>
  <organizations default="course">
    <organization identifier="course">
      <title>${escaped(title.en)}</title>
      <item identifier="explorer" identifierref="page">
        <title>${escaped(title.en)}</title>${itemSequencing}
      </item>${sequencing}
    </organization>
  </organizations>
  <resources>
    <resource identifier="page" type="webcontent" adlcp:${type}="sco" href="${escaped(launch)}">
${files.map((name) => `      <file href="${escaped(name)}"/>`).join("\n")}
    </resource>
  </resources>
</manifest>
`;
}

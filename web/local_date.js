const twoDigits = (number) => String(number).padStart(2, '0');

/** Today where the visitor is, as "2026-12-01". */
export function localDate() {
  const now = new Date();
  return `${now.getFullYear()}-${twoDigits(now.getMonth() + 1)}-${twoDigits(now.getDate())}`;
}

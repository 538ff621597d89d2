/** Dates as a page states them, in ISO 8601, no more precise than the text. */

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const NUMERIC =
  /(\d{4})\s?[-/.年]\s?(\d{1,2})\s?(?:[-/.月]\s?(\d{1,2})\s?日?)?(?:[\sT]{0,3}(?:\(?(?:星期|周)[一二三四五六日天]\)?)?\s?(上午|下午|晚上|凌晨|中午)?\s?(\d{1,2})[:时点](\d{1,2})(?:[:分](\d{1,2}))?)?\s?(Z|GMT|UTC|[+-]\d{2}:?\d{2})?/
const MONTH_FIRST = /\b([A-Z][a-z]{2,8})\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})(?:,?(?: at)? (\d{1,2}):(\d{2})\s?([ap]\.?m\.?)?)?/i
const DAY_FIRST = /\b(\d{1,2})(?:st|nd|rd|th)? ([A-Z][a-z]{2,8})\.?,? (\d{4})(?:,?(?: at)? (\d{1,2}):(\d{2})\s?([ap]\.?m\.?)?)?/i

/**
 * Finds the first absolute date of a line.
 *
 * @param text a folded line
 * @returns ISO 8601 with as many parts as the text has, or null
 */
export function findDate(text: string): string | null {
  const numeric = NUMERIC.exec(text)
  if (numeric) {
    const [, year, month, day, half, hour, minute, second, zone] = numeric
    const part = half && /下午|晚上/.test(half) ? 'pm' : undefined
    return iso(year, Number(month), day === undefined ? null : Number(day), twentyFour(hour, part), minute, second, zone)
  }
  const first = MONTH_FIRST.exec(text)
  if (first) {
    const [, month, day, year, hour, minute, half] = first
    return iso(year, monthOf(month as string), Number(day), twentyFour(hour, half), minute)
  }
  const second = DAY_FIRST.exec(text)
  if (second) {
    const [, day, month, year, hour, minute, half] = second
    return iso(year, monthOf(month as string), Number(day), twentyFour(hour, half), minute)
  }
  return null
}

function monthOf(name: string): number {
  return MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1
}

function twentyFour(hour: string | undefined, half: string | undefined): string | undefined {
  if (hour === undefined || half === undefined) return hour
  const value = Number(hour) % 12
  return String(half.toLowerCase().startsWith('p') ? value + 12 : value)
}

function iso(
  year: string | undefined,
  month: number,
  day: number | null,
  hour?: string,
  minute?: string,
  second?: string,
  zone?: string,
): string | null {
  if (month < 1 || month > 12 || (day !== null && (day < 1 || day > 31))) return null
  const two = (value: number | string): string => String(value).padStart(2, '0')
  let date = `${year}-${two(month)}`
  if (day === null) return date
  date += `-${two(day)}`
  if (hour === undefined || minute === undefined || Number(hour) > 23 || Number(minute) > 59) return date
  date += `T${two(hour)}:${minute}`
  if (second !== undefined) date += `:${two(second)}`
  return zone === undefined ? date : date + (/^(?:Z|GMT|UTC)$/.test(zone) ? 'Z' : `${zone.slice(0, 3)}:${zone.slice(-2)}`)
}

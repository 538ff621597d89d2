/** Dates as a page states them, in ISO 8601, no more precise than the text: Chinese and numeric ones by a pattern, English ones by chrono. */
import { type Component, strict as chrono } from 'chrono-node/en'

const NUMERIC =
  /(\d{4})\s?[-/.年]\s?(\d{1,2})(?![\d:])\s?(?:[-/.月]\s?(\d{1,2})\s?日?)?(?:[\sT]{0,3}(?:\(?(?:星期|周)[一二三四五六日天]\)?)?\s?(上午|下午|晚上|凌晨|中午)?\s?(\d{1,2})[:时点](\d{1,2})(?:[:分](\d{1,2}))?(?:\s?([ap])\.?m\b)?)?\s?(Z|GMT|UTC|[+-]\d{2}:?\d{2})?/i
/** Chrono also reads “3 hours ago” and “01/02/2024”: only a written month with its year is absolute and clear. */
const MONTH = /(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)/i
const YEAR = /\b\d{4}\b/
/** Chrono needs a day to count from; nothing that depends on it is used. */
const ANY_DAY = new Date(0)

/**
 * Finds the first absolute date of a line.
 *
 * @param text a folded line
 * @returns ISO 8601 with as many parts as the text has, or null
 */
export function findDate(text: string): string | null {
  const numeric = NUMERIC.exec(text)
  if (numeric) {
    const [, year, month, day, half, hour, minute, second, meridiem, zone] = numeric
    const part = half && /下午|晚上/.test(half) ? 'pm' : meridiem && `${meridiem.toLowerCase()}m`
    return iso(year, Number(month), day === undefined ? null : Number(day), twentyFour(hour, part), minute, second, zone)
  }
  const [written] = chrono.parse(text, ANY_DAY)
  if (!written || !MONTH.test(written.text) || !YEAR.test(written.text)) return null
  const { start } = written
  const stated = (part: Component): string | undefined => (start.isCertain(part) ? String(start.get(part)) : undefined)
  const offset = start.isCertain('timezoneOffset') ? start.get('timezoneOffset') : null
  return iso(
    stated('year'),
    Number(stated('month')),
    start.isCertain('day') ? start.get('day') : null,
    stated('hour'),
    stated('minute')?.padStart(2, '0'),
    stated('second')?.padStart(2, '0'),
    offset === null ? undefined : zoneOf(offset),
  )
}

/** Minutes east of Greenwich as ISO 8601 writes them. */
function zoneOf(minutes: number): string {
  const size = Math.abs(minutes)
  return minutes === 0 ? 'Z' : `${minutes < 0 ? '-' : '+'}${two(Math.trunc(size / 60))}:${two(size % 60)}`
}

function two(value: number | string): string {
  return String(value).padStart(2, '0')
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
  let date = `${year}-${two(month)}`
  if (day === null) return date
  date += `-${two(day)}`
  if (hour === undefined || minute === undefined || Number(hour) > 23 || Number(minute) > 59) return date
  date += `T${two(hour)}:${minute}`
  if (second !== undefined) date += `:${two(second)}`
  return zone === undefined ? date : date + (/^(?:Z|GMT|UTC)$/.test(zone) ? 'Z' : `${zone.slice(0, 3)}:${zone.slice(-2)}`)
}

import type { Language, Money } from '@/api/types'

/** The one place where figures and dates become text. A number never breaks from its unit. */
const locales: Record<Language, string> = { id: 'id-ID', en: 'en-GB' }
const noBreak = '\u00a0'

export type DateStyle = 'day' | 'long' | 'short' | 'month' | 'monthShort' | 'time' | 'dayTime' | 'full'

const dateStyles: Record<DateStyle, Intl.DateTimeFormatOptions> = {
  day: { day: 'numeric', month: 'long' },
  long: { day: 'numeric', month: 'long', year: 'numeric' },
  short: { day: 'numeric', month: 'short' },
  month: { month: 'long', year: 'numeric' },
  monthShort: { month: 'short' },
  time: { hour: '2-digit', minute: '2-digit', hour12: false },
  dayTime: { day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit', hour12: false },
  full: { day: 'numeric', month: 'short', year: 'numeric', hour: '2-digit', minute: '2-digit', second: '2-digit', hour12: false },
}

/** Making a formatter takes far longer than using it, and a page uses few kinds of them. */
const made = new Map<string, unknown>()

function once<T>(key: string, make: () => T): T {
  if (!made.has(key)) made.set(key, make())
  return made.get(key) as T
}

function numberFormat(language: Language, options: Intl.NumberFormatOptions = {}) {
  return once(`number ${language} ${JSON.stringify(options)}`, () => new Intl.NumberFormat(locales[language], options))
}

export function dateFormat(locale: string, options: Intl.DateTimeFormatOptions) {
  return once(`date ${locale} ${JSON.stringify(options)}`, () => new Intl.DateTimeFormat(locale, options))
}

export function formatNumber(value: number, language: Language): string {
  return numberFormat(language).format(value).replace('-', '−')
}

export function formatSigned(value: number, language: Language): string {
  return value > 0 ? `+${formatNumber(value, language)}` : formatNumber(value, language)
}

export function formatPercent(share: number, language: Language): string {
  return keepTogether(numberFormat(language, { style: 'percent', maximumFractionDigits: 0 }).format(share))
}

/** "a, b dan c", "a, b, or c". */
export function formatList(items: string[], join: 'and' | 'or', language: Language): string {
  return once(`list ${language} ${join}`, () => new Intl.ListFormat(locales[language], { type: join === 'and' ? 'conjunction' : 'disjunction' })).format(items)
}

/** A share to one digit after the point, for figures that move by tenths. */
export function formatPercentFine(share: number, language: Language): string {
  return keepTogether(numberFormat(language, { style: 'percent', maximumFractionDigits: 1 }).format(share)).replace('-', '−')
}

export function formatDecimal(value: number, digits: number, language: Language): string {
  return numberFormat(language, { maximumFractionDigits: digits }).format(value).replace('-', '−')
}

/** Short form of a count for figures read at a glance: 1,2 jt. */
export function formatNumberShort(value: number, language: Language): string {
  return keepTogether(numberFormat(language, { notation: 'compact', maximumFractionDigits: 1 }).format(value)).replace('-', '−')
}

/** Whole units where the amount is whole, as rupiah are; the sign and the symbol stand without a space. */
export function formatMoney(money: Money, language: Language): string {
  const amount = Number(money.amount)
  const digits = Number.isInteger(amount) ? 0 : 2
  return moneyFormat(money.currency, language, { minimumFractionDigits: digits, maximumFractionDigits: digits }, amount)
}

/** Short form for figures read at a glance: Rp1,2 jt. */
export function formatMoneyShort(money: Money, language: Language): string {
  return moneyFormat(money.currency, language, { notation: 'compact', maximumFractionDigits: 1 }, Number(money.amount))
}

function moneyFormat(currency: string, language: Language, options: Intl.NumberFormatOptions, amount: number): string {
  const parts = numberFormat(language, { style: 'currency', currency, currencyDisplay: 'narrowSymbol', ...options }).formatToParts(amount)
  const symbolAt = parts.findIndex((part) => part.type === 'currency')
  return parts
    .filter((part, index) => !(part.type === 'literal' && index === symbolAt + 1 && part.value.trim() === ''))
    .map((part) => (part.type === 'literal' && part.value.trim() === '' ? noBreak : part.value))
    .join('')
    .replace('-', '−')
}

/** January is 1. */
export function formatMonthName(month: number, language: Language): string {
  return dateFormat(locales[language], { month: 'long', timeZone: 'UTC' }).format(new Date(Date.UTC(2001, month - 1)))
}

/** A time as its program sees it; a date without time (yyyy-MM-dd) is the same day everywhere. */
export function formatDate(value: string, style: DateStyle, language: Language, timeZone: string): string {
  const dateOnly = /^\d{4}-\d{2}(-\d{2})?$/.test(value)
  const zone = dateOnly ? 'UTC' : timeZone
  const text = dateFormat(locales[language], { ...dateStyles[style], timeZone: zone }).format(new Date(value))
  return keepTogether(text.replace(' pukul ', ', ').replace(' at ', ', '))
}

export type DayDistance = 'today' | 'yesterday' | 'earlier'

export function dayDistance(value: string, now: Date, timeZone: string): DayDistance {
  const day = dayKey(new Date(value), timeZone)
  if (day === dayKey(now, timeZone)) return 'today'
  if (day === dayKey(new Date(now.getTime() - 86_400_000), timeZone)) return 'yesterday'
  return 'earlier'
}

/** yyyy-MM of a time in the program's zone: the key by which entries are grouped. */
export function monthKey(value: string, timeZone: string): string {
  return dayKey(new Date(value), timeZone).slice(0, 7)
}

/** The last moment before a deadline, for texts that name the last day that counts. */
export function lastDayBefore(value: string): string {
  return new Date(new Date(value).getTime() - 1).toISOString()
}

function dayKey(date: Date, timeZone: string): string {
  return dateFormat('en-CA', { year: 'numeric', month: '2-digit', day: '2-digit', timeZone }).format(date)
}

export type DayPart = 'morning' | 'midday' | 'afternoon' | 'evening'

export function dayPart(hour: number): DayPart {
  if (hour >= 4 && hour < 11) return 'morning'
  if (hour >= 11 && hour < 15) return 'midday'
  if (hour >= 15 && hour < 18) return 'afternoon'
  return 'evening'
}

/** Card numbers read in groups of four. */
export function groupCard(number: string): string {
  return /^\d+$/.test(number) ? number.replace(/(\d{4})(?=\d)/g, `$1${noBreak}`) : number
}

/** A number kept as +6281234567890 as people here write it, 0812-3456-7890; others with their country. */
export function formatPhone(number: string): string {
  const home = /^\+62(8\d{2})(\d{4})(\d+)$/.exec(number)
  return home ? `0${home[1]}-${home[2]}-${home[3]}` : number
}

/** A masked contact stays on one line: +62 812-••••-7890. */
export function keepContact(contact: string): string {
  return contact.startsWith('+') ? keepTogether(contact).replaceAll('-', '\u2011') : contact
}

export function initials(name: string): string {
  const words = name.trim().split(/\s+/)
  return [words[0], words.length > 1 ? words[words.length - 1] : undefined]
    .map((word) => word?.charAt(0).toUpperCase() ?? '')
    .join('')
}

export function keepTogether(text: string): string {
  return text.replaceAll(' ', noBreak)
}

/** In running text a figure stays with the word it counts: "30 November", "6 bulan". */
export function keepUnits(text: string): string {
  return text.replace(/(\d) (?=\p{L})/gu, `$1${noBreak}`)
}

import { useI18n } from 'vue-i18n'
import type { Money } from '@/api/types'
import * as format from '@/format'
import { useLanguage } from './useLanguage'
import { useProgram } from './useProgram'

/** The formatter, bound to the language being read and the program's time zone. */
export function useFormat() {
  const { t } = useI18n()
  const { language } = useLanguage()
  const { timeZone, now } = useProgram()

  const number = (value: number) => format.formatNumber(value, language.value)
  const signed = (value: number) => format.formatSigned(value, language.value)
  const percent = (share: number) => format.formatPercent(share, language.value)
  const percentFine = (share: number) => format.formatPercentFine(share, language.value)
  const decimal = (value: number, digits: number) => format.formatDecimal(value, digits, language.value)
  const numberShort = (value: number) => format.formatNumberShort(value, language.value)
  const money = (value: Money) => format.formatMoney(value, language.value)
  const moneyShort = (value: Money) => format.formatMoneyShort(value, language.value)
  const list = (items: string[], join: 'and' | 'or') => format.formatList(items, join, language.value)
  const monthName = (value: number) => format.formatMonthName(value, language.value)
  const date = (value: string, style: format.DateStyle) => format.formatDate(value, style, language.value, timeZone.value)
  const month = (value: string) => format.monthKey(value, timeZone.value)
  const points = (value: number) => format.keepTogether(t('units.points', { count: number(value) }, value))

  /** "kemarin 18.42", "hari ini 09.10", "14 November": as near as it is. */
  function when(value: string): string {
    switch (format.dayDistance(value, now.value, timeZone.value)) {
      case 'today':
        return format.keepTogether(t('units.today', { time: date(value, 'time') }))
      case 'yesterday':
        return format.keepTogether(t('units.yesterday', { time: date(value, 'time') }))
      case 'earlier':
        return date(value, date(value, 'long').endsWith(String(now.value.getFullYear())) ? 'day' : 'long')
    }
  }

  return { number, numberShort, signed, percent, percentFine, decimal, money, moneyShort, list, monthName, date, month, points, when, groupCard: format.groupCard, phone: format.formatPhone, contact: format.keepContact }
}

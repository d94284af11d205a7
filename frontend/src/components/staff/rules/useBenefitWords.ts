import { useI18n } from 'vue-i18n'
import type { Hours } from '@/api/rules'
import { useFormat } from '@/composables/useFormat'
import { useProgram } from '@/composables/useProgram'
import { plainFigure } from '@/figures'
import type { GivesDraft } from './benefit'
import type { CapDraft, LimitDraft } from './limits'

/** What a rule or an offer gives, and within what limits, in the words of its form; what is typed and no number is told as it is. */
export function useBenefitWords() {
  const { t } = useI18n()
  const format = useFormat()
  const { program } = useProgram()

  const isNumber = (text: string) => text.trim() !== '' && Number.isFinite(Number(plainFigure(text)))
  const number = (text: string) => (isNumber(text) ? format.number(Number(plainFigure(text))) : text)
  const money = (text: string) => (isNumber(text) && program.value ? format.money({ amount: plainFigure(text), currency: program.value.currency }) : text)
  const points = (text: string) => (isNumber(text) ? format.points(Number(plainFigure(text))) : text)

  function gives({ kind, points: many, per, factor, event }: GivesDraft): string {
    switch (kind) {
      case 'base':
        return t('rules.form.base', { points: number(many), per: money(per) })
      case 'multiplier':
        return t('rules.form.multiplier', { factor })
      case 'bonus':
        return t('rules.form.bonus', { points: number(many) })
      case 'per_piece':
        return t('rules.form.perPiece', { points: number(many) })
      case 'join_bonus':
        return t('rules.form.joinBonus', { points: number(many) })
      case 'event_bonus':
        return [t('rules.form.eventBonus', { points: number(many), occasion: t(`rules.occasions.${event.occasion}`) }), ...(event.occasion === 'custom' ? [t('rules.form.event', { code: event.code, limit: t(`rules.eventLimits.${event.limit}`) })] : [])].join(' ')
    }
  }

  const span = ({ from, until }: Hours) => t('rules.conditions.span', { from, until })
  const cap = ({ most, unit, period }: CapDraft) => t('rules.limits.perMember', { most: number(most), unit: t(`rules.limits.units.${unit}`), period: t(`rules.limits.periods.${period}`) })

  function waiting({ until, days }: LimitDraft['waiting']): string {
    const when = t(`rules.limits.waitings.${until}`)
    return until === 'days' ? t('rules.limits.waitingDays', { when, days: number(days) }) : t('rules.limits.waiting', { when })
  }

  function expiry({ kind, months, month, day, leastDays }: LimitDraft['expiry']): string {
    if (kind === 'by_months') return months === '0' ? t('rules.form.never') : t('rules.form.months', { count: number(months) }, Number(months))
    const how = t('rules.limits.lapses', { how: t(`rules.limits.lapseKinds.${kind}`) })
    switch (kind) {
      case 'end_of_month':
        return how
      case 'months_after':
      case 'inactivity':
        return `${how}, ${t('rules.limits.lapseMonths', { months: number(months) })}`
      case 'fixed_date':
        return `${how}, ${t('rules.limits.lapseDate', { day, month: format.monthName(Number(month)) })}${leastDays ? `, ${t('rules.limits.lapseSoonest', { least: number(leastDays) })}` : ''}`
    }
  }

  function stacking({ group, priority }: LimitDraft['stacking']): string {
    return group ? [t('rules.limits.stacking', { group }), ...(priority ? [t('rules.limits.place', { priority: number(priority) })] : [])].join(', ') : ''
  }

  return { number, money, points, gives, span, cap, waiting, expiry, stacking }
}

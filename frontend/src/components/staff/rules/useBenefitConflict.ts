import { useI18n } from 'vue-i18n'
import type { Birthday, Hours } from '@/api/rules'
import type { ConflictField } from '@/composables/conflict'
import { type Choice, useConditionChoices } from '@/composables/useConditionChoices'
import { useFormat } from '@/composables/useFormat'
import { useProgram } from '@/composables/useProgram'
import { plainFigure } from '@/figures'
import type { BenefitDraft, GivesDraft } from './benefit'
import type { CapDraft, LimitDraft } from './limits'

/** What two people may have made of what a rule or an offer gives, part by part. */
export function useBenefitConflict(funderName: (partnerId: string) => string) {
  const { t } = useI18n()
  const format = useFormat()
  const { program } = useProgram()
  const { choices } = useConditionChoices()

  const isNumber = (text: string) => text.trim() !== '' && Number.isFinite(Number(plainFigure(text)))
  const number = (text: string) => (isNumber(text) ? format.number(Number(plainFigure(text))) : text)
  const money = (text: string) => (isNumber(text) && program.value ? format.money({ amount: plainFigure(text), currency: program.value.currency }) : text)
  const points = (text: string) => (isNumber(text) ? format.points(Number(plainFigure(text))) : text)
  const named = (options: Choice[]) => (values: string[]) => values.map((value) => options.find((option) => option.value === value)?.text ?? value).join(', ')
  const yesOrNo = (on: boolean) => t(on ? 'desk.conflict.yes' : 'desk.conflict.no')

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
  const birthday = (near: Birthday | '') => choices.value.birthdays.find(({ value }) => value === near)?.text ?? ''
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

  const benefitFields = (): ConflictField<{ benefit: BenefitDraft }>[] => [
    { path: 'benefit.gives', label: t('plans.gives'), show: gives },
    { path: 'benefit.conditions.categories', label: t('rules.conditions.names.categories') },
    { path: 'benefit.conditions.minimum', label: t('rules.conditions.names.minimum'), show: money },
    { path: 'benefit.conditions.tiers', label: t('rules.conditions.names.tiers'), show: named(choices.value.tiers) },
    { path: 'benefit.conditions.weekdays', label: t('rules.conditions.names.weekdays'), show: named(choices.value.weekdays) },
    { path: 'benefit.conditions.skus', label: t('rules.conditions.names.skus') },
    { path: 'benefit.conditions.brands', label: t('rules.conditions.names.brands') },
    { path: 'benefit.conditions.partners', label: t('rules.conditions.names.partners'), show: named(choices.value.partners) },
    { path: 'benefit.conditions.stores', label: t('rules.conditions.names.stores'), show: named(choices.value.stores) },
    { path: 'benefit.conditions.channels', label: t('rules.conditions.names.channels'), show: named(choices.value.channels) },
    { path: 'benefit.conditions.hours', label: t('rules.conditions.names.hours'), show: (spans: Hours[]) => spans.map(span).join(', ') },
    { path: 'benefit.conditions.daysOfMonth', label: t('rules.conditions.names.daysOfMonth') },
    { path: 'benefit.conditions.calendars', label: t('rules.conditions.names.calendars'), show: named(choices.value.calendars) },
    { path: 'benefit.conditions.audiences', label: t('rules.conditions.names.audiences'), show: named(choices.value.audiences) },
    { path: 'benefit.conditions.firstPurchase', label: t('rules.conditions.names.firstPurchase'), show: yesOrNo },
    { path: 'benefit.conditions.birthday', label: t('rules.conditions.names.birthday'), show: birthday },
    { path: 'benefit.conditions.payments', label: t('rules.conditions.names.payments'), show: named(choices.value.payments) },
    { path: 'benefit.caps.perPurchase', label: t('rules.limits.perPurchaseLabel'), show: points },
    { path: 'benefit.caps.perMember', label: t('rules.limits.perMemberList'), show: (caps: CapDraft[]) => caps.map(cap).join(', ') },
    { path: 'benefit.caps.budget', label: t('rules.limits.budgetLabel'), show: points },
    { path: 'benefit.waiting', label: t('rules.limits.waitingLabel'), show: waiting },
    { path: 'benefit.expiry', label: t('rules.form.expiryLabel'), show: expiry },
    { path: 'benefit.stacking', label: t('rules.limits.group'), show: stacking },
    { path: 'benefit.funderId', label: t('rules.form.funderLabel'), show: funderName },
    { path: 'benefit.kept', label: t('rules.form.kept'), show: (kept: BenefitDraft['kept']) => JSON.stringify({ ...kept.terms, ...kept.conditions }) },
  ]

  return { benefitFields }
}

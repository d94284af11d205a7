import { useI18n } from 'vue-i18n'
import type { Birthday, Hours } from '@/api/rules'
import type { ConflictField } from '@/composables/conflict'
import { type Choice, useConditionChoices } from '@/composables/useConditionChoices'
import type { BenefitDraft } from './benefit'
import type { CapDraft } from './limits'
import { useBenefitWords } from './useBenefitWords'

/** What two people may have made of what a rule or an offer gives, part by part. */
export function useBenefitConflict(funderName: (partnerId: string) => string) {
  const { t } = useI18n()
  const { choices } = useConditionChoices()
  const { money, points, gives, span, cap, waiting, expiry, stacking } = useBenefitWords()

  const named = (options: Choice[]) => (values: string[]) => values.map((value) => options.find((option) => option.value === value)?.text ?? value).join(', ')
  const yesOrNo = (on: boolean) => t(on ? 'desk.conflict.yes' : 'desk.conflict.no')
  const birthday = (near: Birthday | '') => choices.value.birthdays.find(({ value }) => value === near)?.text ?? ''

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

import { useI18n } from 'vue-i18n'
import { answerOf, client } from '@/api/client'
import type { RewardPlan } from '@/api/rewardPlans'
import type { RuleChoices } from '@/api/rules'
import type { ConflictField } from '@/composables/conflict'
import { useConflict } from '@/composables/useConflict'
import { useFormat } from '@/composables/useFormat'
import { useLanguage } from '@/composables/useLanguage'
import { useProgram } from '@/composables/useProgram'
import { fieldsOf, type RewardFields } from './draft'

/** What two people may have made of the same reward, in the words of its form. */
export function useRewardConflict(values: RewardFields, reward: RewardPlan | undefined, choices: RuleChoices) {
  const { t } = useI18n()
  const { local } = useLanguage()
  const { program, timeZone } = useProgram()
  const format = useFormat()

  const money = (amount: string) => (/^\d+(\.\d+)?$/.test(amount) && program.value ? format.money({ amount, currency: program.value.currency }) : amount)
  const count = (text: string) => (/^\d+$/.test(text) ? format.number(Number(text)) : text)
  const day = (date: string) => (date ? format.date(date, 'long') : '')
  const tiers = (codes: string[]) => (codes.length === 0 ? t('shelf.forAll') : (program.value?.tiers ?? []).filter(({ code }) => codes.includes(code)).map(({ name }) => local(name)).join(', '))
  const partner = (id: string) => choices.funders.find(({ partnerId }) => partnerId === id)?.name ?? program.value?.name ?? ''

  const fields = (): ConflictField<RewardFields>[] => [
    { path: 'kind', label: t('shelf.kind'), show: (kind: RewardFields['kind']) => t(`shelf.kinds.${kind}`) },
    { path: 'name.id', label: t('desk.conflict.indonesian', { field: t('shelf.name') }) },
    { path: 'name.en', label: t('desk.conflict.english', { field: t('shelf.name') }) },
    { path: 'description.id', label: t('desk.conflict.indonesian', { field: t('shelf.description') }) },
    { path: 'description.en', label: t('desk.conflict.english', { field: t('shelf.description') }) },
    { path: 'points', label: t('shelf.points'), show: count },
    { path: 'money', label: t('shelf.money'), show: money },
    { path: 'discountAmount', label: t('shelf.discountAmount'), show: money },
    { path: 'discountPercent', label: t('shelf.discountPercent') },
    { path: 'discountMost', label: t('shelf.discountMost'), show: money },
    { path: 'discountFrom', label: t('shelf.discountFrom'), show: money },
    { path: 'stock', label: t('shelf.stock'), show: count },
    { path: 'budgetPoints', label: t('shelf.budget'), show: count },
    { path: 'perMember', label: t('shelf.perMember'), show: count },
    { path: 'perPeriod', label: t('shelf.perPeriod'), show: count },
    { path: 'period', label: t('shelf.period'), show: (period: RewardFields['period']) => t(`shelf.periods.${period}`) },
    { path: 'tiers', label: t('shelf.tiers'), show: tiers },
    { path: 'firstDay', label: t('shelf.firstDay'), show: day },
    { path: 'lastDay', label: t('shelf.lastDay'), show: day },
    { path: 'validDays', label: t('shelf.validDays'), show: count },
    { path: 'honouringPartnerId', label: t('shelf.partner'), show: partner },
  ]

  return useConflict<RewardFields, number>({
    values,
    version: reward?.version,
    fields,
    read: async () => {
      const now = await answerOf(client.GET('/rewards/{rewardId}', { params: { path: { rewardId: reward!.rewardId } } }))
      return { values: fieldsOf(now, timeZone.value), version: now.version }
    },
    trail: () => reward && { subject: reward.rewardId },
  })
}

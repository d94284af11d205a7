import { reactive, type Ref } from 'vue'
import { useI18n } from 'vue-i18n'
import { type Audience, type OfferPlan, offerPlanQuery } from '@/api/rules'
import type { ConflictField } from '@/composables/conflict'
import { useConflict } from '@/composables/useConflict'
import { useFormat } from '@/composables/useFormat'
import { useLanguage } from '@/composables/useLanguage'
import { useProgram } from '@/composables/useProgram'
import { dayOf, lastDayOf } from '@/days'
import { written } from '@/figures'
import { type BenefitDraft, benefitDraft, newBenefit } from './benefit'
import { useBenefitConflict } from './useBenefitConflict'

/** The parts of an offer's form. */
interface Parts {
  benefit: Ref<BenefitDraft>
  name: Ref<{ id: string; en: string }>
  description: Ref<{ id: string; en: string }>
  badge: Ref<string>
  audience: Ref<Audience['kind']>
  audienceId: Ref<string>
  tiers: Ref<string[]>
  holdoutPercent: Ref<string>
  announced: Ref<boolean>
  budgetPoints: Ref<string>
  budgetUses: Ref<string>
  firstDay: Ref<string>
  lastDay: Ref<string>
  needsActivation: Ref<boolean>
  usesPerMember: Ref<string>
}

type Values = { [Name in keyof Parts]: Parts[Name]['value'] }

/** What two people may have made of the same draft of an offer. */
export function useOfferConflict(parts: Parts, offer: OfferPlan | undefined, audienceName: (audienceId: string) => string, funderName: (partnerId: string) => string) {
  const { t } = useI18n()
  const { local } = useLanguage()
  const { program, timeZone } = useProgram()
  const format = useFormat()
  const { benefitFields } = useBenefitConflict(funderName)
  const values = reactive(parts) as Values

  const day = (date: string) => (date ? format.date(date, 'long') : '')
  const yesOrNo = (on: boolean) => t(on ? 'desk.conflict.yes' : 'desk.conflict.no')
  const fields = (): ConflictField<Values>[] => [
    ...(offer?.rewardId ? [] : benefitFields()),
    { path: 'name.id', label: t('desk.conflict.indonesian', { field: t('rules.form.name') }) },
    { path: 'name.en', label: t('desk.conflict.english', { field: t('rules.form.name') }) },
    { path: 'description.id', label: t('desk.conflict.indonesian', { field: t('plans.description') }) },
    { path: 'description.en', label: t('desk.conflict.english', { field: t('plans.description') }) },
    { path: 'badge', label: t('plans.badge') },
    { path: 'audience', label: t('plans.audience'), show: (kind: Audience['kind']) => t(`plans.audiences.${kind}`) },
    { path: 'audienceId', label: t('results.pick.label'), show: audienceName },
    { path: 'tiers', label: t('staff.tiers'), show: (codes: string[]) => (program.value?.tiers ?? []).filter(({ code }) => codes.includes(code)).map(({ name }) => local(name)).join(', ') },
    { path: 'holdoutPercent', label: t('results.holdout.label'), show: (percent: string) => format.percent(Number(percent) / 100) },
    { path: 'announced', label: t('results.announced'), show: yesOrNo },
    { path: 'budgetPoints', label: t('results.budget.points') },
    { path: 'budgetUses', label: t('results.budget.uses') },
    { path: 'firstDay', label: t('rules.form.firstDay'), show: day },
    { path: 'lastDay', label: t('rules.form.lastDay'), show: day },
    { path: 'needsActivation', label: t('plans.needsActivation'), show: yesOrNo },
    { path: 'usesPerMember', label: t('plans.uses'), show: (count: string) => (count === '0' ? t('plans.anyNumber') : t('plans.usesPerMember', { count }, Number(count))) },
  ]

  return useConflict<Values, number>({
    values,
    version: offer?.version,
    fields,
    read: async () => {
      const now = await offerPlanQuery(offer!.offerId).query()
      return {
        values: {
          benefit: now.benefit ? benefitDraft(now.benefit) : newBenefit('multiplier'),
          name: { id: now.name.id ?? '', en: now.name.en ?? '' },
          description: { id: now.description.id ?? '', en: now.description.en ?? '' },
          badge: now.badge,
          audience: now.audience.kind,
          audienceId: now.audience.audienceId ?? '',
          tiers: [...(now.audience.tiers ?? [])],
          holdoutPercent: String(now.holdoutPercent),
          announced: now.announced,
          budgetPoints: written(now.budgetPoints),
          budgetUses: written(now.budgetUses),
          firstDay: now.startsAt ? dayOf(now.startsAt, timeZone.value) : '',
          lastDay: lastDayOf(now.endsAt, timeZone.value),
          needsActivation: now.needsActivation,
          usesPerMember: String(now.usesPerMember),
        },
        version: now.version,
      }
    },
    trail: () => offer && { subject: offer.offerId },
  })
}

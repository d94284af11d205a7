import { reactive, type Ref, watch } from 'vue'
import { useI18n } from 'vue-i18n'
import { type Rule, ruleQuery } from '@/api/rules'
import { type RuleDraft, ruleDraftQuery } from '@/api/ruleWork'
import type { ConflictField } from '@/composables/conflict'
import { useConflict } from '@/composables/useConflict'
import { useFormat } from '@/composables/useFormat'
import { dayOf, lastDayOf } from '@/days'
import { type BenefitDraft, benefitDraft } from './benefit'
import { useBenefitConflict } from './useBenefitConflict'

/** What a rule's form holds. */
export interface RuleValues {
  benefit: BenefitDraft
  name: { id: string; en: string }
  summary: { id: string; en: string }
  firstDay: string
  lastDay: string
  note: string
  stated: string
}

/** A rule in force knows no dates, note or expectation of its next version; a draft does. */
export function ruleValues(of: Rule | RuleDraft, timeZone: string): RuleValues {
  const draft = 'draftId' in of ? of : undefined
  return {
    benefit: benefitDraft(of.terms),
    name: { id: of.terms.name.id ?? '', en: of.terms.name.en ?? '' },
    summary: { id: of.terms.summary?.id ?? '', en: of.terms.summary?.en ?? '' },
    firstDay: draft?.from ? dayOf(draft.from, timeZone) : '',
    lastDay: draft?.until ? lastDayOf(draft.until, timeZone) : '',
    note: draft?.note ?? '',
    stated: draft?.statedPointsPerMonth === undefined ? '' : String(draft.statedPointsPerMonth),
  }
}

/** What two people may have made of the same rule or draft. */
export function useRuleConflict(parts: { [Name in keyof RuleValues]: Ref<RuleValues[Name]> }, edited: () => Rule | RuleDraft | undefined, timeZone: () => string, funderName: (partnerId: string) => string) {
  const { t } = useI18n()
  const format = useFormat()
  const { benefitFields } = useBenefitConflict(funderName)
  const values = reactive(parts) as RuleValues
  const first = edited()

  function stored(now: Rule | RuleDraft) {
    return { values: ruleValues(now, timeZone()), version: now.version }
  }

  const day = (date: string) => (date ? format.date(date, 'long') : '')
  const fields = (): ConflictField<RuleValues>[] => [
    ...benefitFields(),
    { path: 'name.id', label: t('desk.conflict.indonesian', { field: t('rules.form.name') }) },
    { path: 'name.en', label: t('desk.conflict.english', { field: t('rules.form.name') }) },
    { path: 'summary.id', label: t('desk.conflict.indonesian', { field: t('rules.form.summary') }) },
    { path: 'summary.en', label: t('desk.conflict.english', { field: t('rules.form.summary') }) },
    { path: 'firstDay', label: t('rules.form.firstDay'), show: day },
    { path: 'lastDay', label: t('rules.form.lastDay'), show: day },
    { path: 'note', label: t('ruleWork.form.note') },
    { path: 'stated', label: t('ruleWork.form.stated') },
  ]

  const { conflict, saving, follow } = useConflict<RuleValues, number>({
    values,
    version: first?.version,
    fields,
    read: async () => stored('draftId' in first! ? await ruleDraftQuery(first.draftId).query() : await ruleQuery(first!.ruleId).query()),
    trail: () => first && { subject: 'draftId' in first ? first.draftId : first.ruleId },
  })
  watch(edited, (now) => now && follow(stored(now)))

  return { conflict, saving }
}

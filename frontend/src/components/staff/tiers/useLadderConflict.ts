import { reactive } from 'vue'
import { useI18n } from 'vue-i18n'
import { type Ladder, ladderQuery } from '@/api/rules'
import type { TierPreviewAsked } from '@/api/tierWork'
import type { ConflictField } from '@/composables/conflict'
import { useConflict } from '@/composables/useConflict'
import { useFormat } from '@/composables/useFormat'
import { useLanguage } from '@/composables/useLanguage'

type Changed = Required<Pick<TierPreviewAsked, 'tiers' | 'policy'>>

/** What was tried of another ladder, or is stored of it: what staff can change, by the codes of the tiers. */
function valuesOf({ tiers, policy }: Changed | Ladder) {
  const figureOf = ({ threshold, count }: Changed['tiers'][number]) => threshold?.amount ?? String(count ?? 0)
  return { tiers: Object.fromEntries(tiers.map((tier) => [tier.code, { name: { ...tier.name }, figure: figureOf(tier) }])), policy: { ...policy } }
}

/** What two people may have made of the same ladder, one of them by trying another; its names stay as they are stored. */
export function useLadderConflict(begun: () => Ladder | undefined) {
  const { t } = useI18n()
  const { local } = useLanguage()
  const format = useFormat()
  type Values = ReturnType<typeof valuesOf>
  const values = reactive({ tiers: {}, policy: {} }) as Values
  let stored: Ladder

  const currency = () => stored.tiers[0]?.threshold?.currency
  const monthCount = (months: number) => t('tierWork.whatIf.monthCount', months)
  const figure = (text: string) => (!/^\d+(\.\d+)?$/.test(text) ? text : currency() ? format.money({ amount: text, currency: currency()! }) : format.number(Number(text)))

  const fields = (): ConflictField<Values>[] => [
    ...stored.tiers.flatMap(({ code, name }) => [
      { path: `tiers.${code}.name.id`, label: t('desk.conflict.indonesian', { field: local(name) }) },
      { path: `tiers.${code}.name.en`, label: t('desk.conflict.english', { field: local(name) }) },
      { path: `tiers.${code}.figure`, label: t(currency() ? 'tierWork.whatIf.threshold' : 'tierWork.whatIf.count', { name: local(name), currency: currency() }), show: figure },
    ]),
    { path: 'policy.months', label: t('tierWork.whatIf.months'), show: monthCount },
    { path: 'policy.grace', label: t('tierWork.whatIf.grace'), show: (months: number) => (months === 0 ? t('tierWork.whatIf.noGrace') : monthCount(months)) },
    { path: 'policy.softLanding', label: t('tierWork.whatIf.softLanding'), show: (on: boolean) => t(on ? 'desk.conflict.yes' : 'desk.conflict.no') },
  ]

  const { conflict, saving, take } = useConflict<Values, number>({
    values,
    version: undefined,
    fields,
    read: async () => {
      stored = await ladderQuery.query()
      return { values: valuesOf(stored), version: stored.version }
    },
    trail: () => ({ action: 'ladder.changed' }),
  })

  /** The tiers of the ladder that is stored, with what was settled of each. */
  function settled(): Changed {
    const tiers = stored.tiers.map(({ code, ...known }) => {
      const { name, figure } = values.tiers[code] ?? valuesOf(stored).tiers[code]!
      return { code, name, ...(known.threshold ? { threshold: { ...known.threshold, amount: figure } } : { count: Number(figure) }) }
    })
    return { tiers, policy: { ...values.policy } }
  }

  /** Applies what was tried, from the ladder it was begun from. */
  async function apply<Result>({ tiers, policy }: TierPreviewAsked, act: (changed: Changed, version: number) => Promise<Result>): Promise<Result> {
    stored = begun()!
    take({ values: valuesOf(stored), version: stored.version })
    Object.assign(values, valuesOf({ tiers, policy: policy ?? stored.policy }))
    return saving((version) => act(settled(), version))
  }

  return { conflict, saving: apply }
}

import { useQuery } from '@pinia/colada'
import { computed } from 'vue'
import { useI18n } from 'vue-i18n'
import { audiencesQuery, type CriterionTerms } from '@/api/audiences'
import { storesQuery } from '@/api/queries'
import { useFormat } from '@/composables/useFormat'
import { useLanguage } from '@/composables/useLanguage'
import { useProgram } from '@/composables/useProgram'
import { isGroup, scores } from '@/components/staff/audiences/criteria'

/** Criteria in words, as one says them: "tingkat Gold, dan berbelanja paling sedikit 3 kali". */
export function useCriterionText() {
  const { t } = useI18n()
  const { local } = useLanguage()
  const { program } = useProgram()
  const format = useFormat()
  const stores = useQuery(storesQuery)
  const audiences = useQuery(audiencesQuery)
  const tierNames = computed(() => new Map((program.value?.tiers ?? []).map((tier) => [tier.code, local(tier.name)])))
  const storeNames = computed(() => new Map((stores.data.value?.items ?? []).map((store) => [store.storeId, store.name])))
  const listNames = computed(() => new Map((audiences.data.value?.items ?? []).map((audience) => [audience.audienceId, audience.name])))

  const either = (items: string[]) => format.list(items, 'or')
  const say = (key: string, values: Record<string, unknown> = {}) => t(`audiences.says.${key}`, values)

  /** One sentence; a group within a group stands in brackets. */
  function sentence(terms: CriterionTerms): string {
    if (!isGroup(terms.kind)) return part(terms)
    const within = (terms.criteria ?? []).map((each) => (isGroup(each.kind) && (each.criteria?.length ?? 0) > 1 ? `(${sentence(each)})` : sentence(each)))
    const joined = format.list(within, terms.kind === 'all' ? 'and' : 'or')
    return terms.kind === 'none' ? say('none', { criteria: joined }) : joined
  }

  function part(terms: CriterionTerms): string {
    switch (terms.kind) {
      case 'all':
      case 'any':
      case 'none':
        return sentence(terms)
      case 'language':
        return say('language', { languages: either((terms.languages ?? []).map((language) => t(`audiences.languages.${language}`))) })
      case 'joined':
        return say('joined', { span: joinedSpan(terms) })
      case 'birthday_month':
        return terms.months?.length ? say('birthday', { months: either(terms.months.map(format.monthName)) }) : say('birthdayNow')
      case 'state':
        return say('state', { states: either((terms.states ?? []).map((state) => t(`audiences.states.${state}`))) })
      case 'tiers':
        return say('tiers', { tiers: either((terms.tiers ?? []).map((code) => tierNames.value.get(code) ?? code)) })
      case 'balance':
        return say('balance', { range: range(terms.fewest || undefined, terms.most, format.number, format.points) })
      case 'purchases':
        return bought(terms)
      case 'consent':
        return say(terms.given ? 'consented' : 'notConsented', { purpose: t(`audiences.purposes.${terms.purpose}`) })
      case 'rfm':
        return rfm(terms)
      case 'list':
        return say('list', { list: listNames.value.get(terms.audienceId ?? '') ?? '…' })
    }
  }

  function joinedSpan({ from, until }: CriterionTerms): string {
    if (from && until) return say('between', { from: format.date(from, 'long'), until: format.date(until, 'long') })
    return from ? say('since', { from: format.date(from, 'long') }) : say('upTo', { until: until ? format.date(until, 'long') : '…' })
  }

  /** The last figure carries the unit. */
  function range<Figure>(least: Figure | undefined, most: Figure | undefined, bare: (figure: Figure) => string, unit: (figure: Figure) => string): string {
    if (least !== undefined && most !== undefined) return least === most ? say('exactly', { figure: unit(most) }) : say('from', { least: bare(least), most: unit(most) })
    return least !== undefined ? say('atLeast', { figure: unit(least) }) : say('atMost', { figure: most === undefined ? '…' : unit(most) })
  }

  function bought(terms: CriterionTerms): string {
    const some = terms.most !== 0
    const times = (count: number) => t('audiences.says.times', { count: format.number(count) }, count)
    const often = some && (terms.most !== undefined || (terms.fewest ?? 1) !== 1)
    const spent = terms.leastSpend ?? terms.mostSpend
    return [
      say(some ? 'bought' : 'notBought'),
      terms.category && say('category', { category: terms.category.replaceAll(' > ', ' › ') }),
      often && range(terms.fewest ?? 1, terms.most, format.number, times),
      some && spent && say('spend', { range: range(terms.leastSpend, terms.mostSpend, format.money, format.money) }),
      terms.stores?.length && say('stores', { stores: either(terms.stores.map((store) => storeNames.value.get(store) ?? '…')) }),
      terms.withinDays !== undefined && (terms.withinDays === 0 ? say('today') : t('audiences.says.within', { count: format.number(terms.withinDays) }, terms.withinDays)),
    ]
      .filter(Boolean)
      .join(' ')
  }

  function rfm(terms: CriterionTerms): string {
    const asked = scores
      .filter((score) => terms[score]?.length)
      .map((score) => say(score, { scores: either((terms[score] ?? []).map(String)) }))
    const named = terms.segments?.length ? [say('segments', { segments: either(terms.segments.map((segment) => t(`audiences.segments.${segment}`))) })] : []
    return format.list([...named, ...asked], 'and')
  }

  return { sentence }
}

import { onScopeDispose, shallowRef, watch } from 'vue'
import { answerOf, client } from '@/api/client'
import type { RuleTerms } from '@/api/rules'
import type { LocalText } from '@/api/types'

const patience = 400

/** What a rule that is being written would say and do, told by the server a moment after the last key. */
export function useRulePreview(terms: () => RuleTerms | undefined, ruleId?: string) {
  const preview = shallowRef<{ sentence: LocalText; example: LocalText }>()
  let next: ReturnType<typeof setTimeout> | undefined
  let latest = 0

  async function ask(asked: RuleTerms) {
    const mine = ++latest
    const answer = await answerOf(client.POST('/rules/preview', { params: { query: { ruleId } }, body: asked })).catch(() => undefined)
    if (mine === latest) preview.value = answer
  }

  watch(
    () => JSON.stringify(terms()),
    () => {
      clearTimeout(next)
      const asked = terms()
      if (asked) next = setTimeout(() => ask(asked), patience)
    },
    { immediate: true },
  )
  onScopeDispose(() => clearTimeout(next))

  return { preview }
}

import { onScopeDispose, ref, shallowRef, watch } from 'vue'
import { answerOf, client } from '@/api/client'
import type { AudienceCount, CriterionTerms } from '@/api/audiences'
import { asProblem, type Problem } from '@/api/problem'

const patience = 500

/** How many members meet criteria that are being written, counted by the server a moment after the last key. */
export function useLiveCount(criteria: () => CriterionTerms | undefined) {
  const count = shallowRef<AudienceCount>()
  const problem = shallowRef<Problem>()
  const counting = ref(false)
  let next: ReturnType<typeof setTimeout> | undefined
  let latest = 0

  async function ask(asked: CriterionTerms, mine: number) {
    const answer = await answerOf(client.POST('/audiences/count', { body: { criteria: asked } })).catch(asProblem)
    if (mine !== latest) return
    counting.value = false
    problem.value = 'members' in answer ? undefined : answer
    count.value = 'members' in answer ? answer : undefined
  }

  watch(
    () => JSON.stringify(criteria()),
    () => {
      clearTimeout(next)
      const mine = ++latest
      const asked = criteria()
      counting.value = asked !== undefined
      problem.value = undefined
      if (asked) next = setTimeout(() => ask(asked, mine), patience)
      else count.value = undefined
    },
    { immediate: true },
  )
  onScopeDispose(() => {
    clearTimeout(next)
    latest++
  })

  return { count, counting, problem }
}

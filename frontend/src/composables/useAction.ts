import { ref, shallowRef } from 'vue'
import { asProblem, type Problem } from '@/api/problem'

/** One act at a time: a second tap while the first is under way does nothing. */
export function useAction<Arguments extends unknown[], Result>(act: (...given: Arguments) => Promise<Result>) {
  const busy = ref(false)
  const problem = shallowRef<Problem>()

  async function run(...given: Arguments): Promise<Result | undefined> {
    if (busy.value) return undefined
    busy.value = true
    problem.value = undefined
    try {
      return await act(...given)
    } catch (error) {
      problem.value = asProblem(error)
      return undefined
    } finally {
      busy.value = false
    }
  }

  return { run, busy, problem }
}

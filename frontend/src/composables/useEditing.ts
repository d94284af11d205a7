import { computed, nextTick } from 'vue'
import { useAction } from './useAction'
import { useSession } from './useSession'

/** A change sent to the server, with its refusals by JSON pointer and the one problem that belongs to no field. */
export function useEditing<Arguments extends unknown[], Result>(act: (...given: Arguments) => Promise<Result>) {
  const { run, busy, problem } = useAction(act)
  const errors = computed(() => problem.value?.errors ?? [])

  /** What is wrong at the pointer, or below it. */
  function refusal(pointer: string): string | undefined {
    return errors.value.find((error) => error.pointer === pointer || error.pointer.startsWith(`${pointer}/`))?.detail
  }

  const formProblem = computed(() => (errors.value.length > 0 ? undefined : problem.value))

  async function send(event: Event, ...given: Arguments) {
    const result = await run(...given)
    await nextTick()
    if (event.target instanceof HTMLFormElement) event.target.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus()
    return result
  }

  return { run, send, busy, problem, formProblem, refusal, errors }
}

/** Whether the one who is signed in may change the program. */
export function useMayEditProgram() {
  const { session } = useSession()
  return computed(() => session.value?.roles.some((role) => role === 'administrator' || role === 'marketer') ?? false)
}

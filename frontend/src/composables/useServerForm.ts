import { computed, nextTick, ref } from 'vue'
import { useAction } from './useAction'

/** A form whose rules the server keeps: what it refuses stands at the field its pointer names. */
export function useServerForm(submit: () => Promise<void>) {
  const saved = ref(false)
  const { run, busy, problem } = useAction(async () => {
    saved.value = false
    await submit()
    saved.value = true
  })

  const refusal = (pointer: string): string | undefined => problem.value?.errors.find((error) => error.pointer === pointer)?.detail

  /** A problem that no field can show. */
  const formProblem = computed(() => (problem.value && problem.value.errors.length === 0 ? problem.value : undefined))

  async function send(event?: Event) {
    await run()
    await nextTick()
    const form = event?.target
    if (form instanceof HTMLFormElement) form.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus()
  }

  return { send, busy, saved, problem, refusal, formProblem }
}

import * as v from 'valibot'
import { computed, nextTick, reactive, ref } from 'vue'
import type { Problem } from '@/api/problem'
import { useAction } from './useAction'

type Schema<Values> = v.GenericSchema<Values, unknown>

/**
 * Every form: values, the refusals per field (our own, and the server's by JSON pointer), and a submit that runs once.
 * A schema's messages are translation keys.
 */
export function useForm<Values extends Record<string, unknown>>(initial: Values, schema: Schema<Values>, submit: (values: Values) => Promise<void>) {
  const values = reactive({ ...initial }) as Values
  const tried = ref(false)
  const refusedByServer = ref<Record<string, string>>({})

  const refusals = computed<Record<string, string>>(() => {
    if (!tried.value) return {}
    const result = v.safeParse(schema, values)
    if (result.success) return {}
    const flat = v.flatten<Schema<Values>>(result.issues).nested as Record<string, string[] | undefined> | undefined
    return Object.fromEntries(Object.entries(flat ?? {}).map(([name, messages]) => [name, messages?.[0] ?? '']))
  })

  const { run, busy, problem } = useAction(async () => {
    refusedByServer.value = {}
    await submit(values).catch((error: Problem) => {
      refusedByServer.value = fieldsOf(error, Object.keys(initial))
      throw error
    })
  })

  /** A problem that no field can show. */
  const formProblem = computed(() => (Object.keys(refusedByServer.value).length > 0 ? undefined : problem.value))

  /** For a form that is opened again: as it was at first, with nothing refused. */
  function reset() {
    Object.assign(values, initial)
    tried.value = false
    refusedByServer.value = {}
    problem.value = undefined
  }

  async function send(event?: Event) {
    tried.value = true
    if (Object.keys(refusals.value).length === 0) await run()
    await nextTick()
    const form = event?.target
    if (form instanceof HTMLFormElement) form.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus()
  }

  return { values, refusals, refusedByServer, formProblem, busy, send, reset }
}

/** "/consents/0/given" belongs to the field "consents". */
export function fieldsOf(problem: Problem, fields: string[]): Record<string, string> {
  const known = (problem.errors ?? [])
    .map((item) => [item.pointer.split('/')[1] ?? '', item.detail] as const)
    .filter(([field]) => fields.includes(field))
  return Object.fromEntries(known)
}

import { computed, type Ref, ref, shallowRef } from 'vue'
import { answerOf } from '@/api/client'
import { asProblem, type Problem } from '@/api/problem'
import type { ConflictField } from './conflict'
import { useAction } from './useAction'
import { type Conflict, useConflict } from './useConflict'

type Call<Value> = Promise<{ data?: Value; error?: unknown; response: Response }>

/** A setting whose form shows what two people made of it, instead of only that somebody was faster. */
interface Shared<Value> {
  values: Value
  fields: () => ConflictField<Value>[]
  /** The name under which the audit trail keeps the setting. */
  name: string
}

/** A setting to be read and changed: its version is kept from reading to changing, so that nobody's change is lost. */
export function useSetting<Value extends object>(read: () => Call<Value>, write: (value: Value, version: string) => Call<Value>, shared?: Shared<Value>) {
  const value = shallowRef<Value>()
  const status = ref<'pending' | 'success' | 'error'>('pending')
  const error = shallowRef<Problem>()
  const saved = ref(false)
  let version = ''

  const editing = shared
    ? useConflict<Value, string>({
        values: shared.values,
        version: undefined,
        fields: shared.fields,
        read: () => versionOf(read()),
        trail: () => ({ action: 'setting.changed', field: shared.name }),
      })
    : undefined

  async function versionOf(call: Call<Value>) {
    const answer = await call
    return { values: await answerOf(Promise.resolve(answer)), version: answer.response.headers.get('ETag') ?? '' }
  }

  async function keep(call: Call<Value>) {
    const stored = await versionOf(call)
    version = stored.version
    value.value = stored.values
    editing?.follow(stored)
  }

  async function load() {
    status.value = 'pending'
    try {
      await keep(read())
      status.value = 'success'
    } catch (failure) {
      error.value = asProblem(failure)
      status.value = 'error'
    }
  }

  const { run: save, busy, problem } = useAction(async (changed: Value) => {
    saved.value = false
    if (editing && shared) await editing.saving((from) => keep(write(shared.values, from)))
    else await keep(write(changed, version))
    saved.value = true
  })

  /** What is wrong at the pointer, or below it. */
  const refusal = (pointer: string) => problem.value?.errors.find((each) => each.pointer === pointer || each.pointer.startsWith(`${pointer}/`))?.detail

  /** A problem that no field can show. */
  const formProblem = computed(() => (problem.value?.errors.length ? undefined : problem.value))

  void load()

  return { value, status, error, load, save, saved, busy, problem, formProblem, refusal, conflict: (editing?.conflict ?? ref()) as Readonly<Ref<Conflict | undefined>> }
}

import { shallowRef } from 'vue'
import { auditPage, type AuditFilter } from '@/api/people'
import { asProblem } from '@/api/problem'
import { type ConflictField, copy, type Difference, differences, put, same, type Side, valueAt } from './conflict'
import { useSession } from './useSession'

interface Stored<Values, Version> {
  values: Values
  version: Version
}

/** What two people made of the same thing, until one of them says what is to be. */
export interface Conflict {
  differences: Difference[]
  /** Who changed it meanwhile and when, where the audit trail tells. */
  by?: string
  at?: string
  settle: (choices: Record<string, Side>) => void
  dismiss: () => void
}

interface Given<Values extends object, Version> {
  /** What the form holds; what is settled is put there. */
  values: Values
  version: Version | undefined
  fields: () => ConflictField<Values>[]
  /** What is stored now. */
  read: () => Promise<Stored<Values, Version>>
  /** Which events of the audit trail tell who changed it, and the field by which its own are known among them. */
  trail?: () => (AuditFilter & { field?: string }) | undefined
}

/**
 * Saves what was changed on the version it was changed from. Where somebody else was faster, the difference is shown,
 * and what is settled is saved on their version: nobody's change is lost unseen, and nothing is typed twice.
 */
export function useConflict<Values extends object, Version>(given: Given<Values, Version>) {
  const { session } = useSession()
  const conflict = shallowRef<Conflict>()
  let before = copy(given.values)
  let version = given.version
  let latest: Stored<Values, Version> | undefined
  let justSaved = false

  const dirty = () => given.fields().some(({ path }) => !same(valueAt(given.values, path), valueAt(before, path)))

  function take(stored: Stored<Values, Version>) {
    Object.assign(given.values, copy(stored.values))
    before = copy(given.values)
    version = stored.version
  }

  /** What was read anew is shown, unless something has been typed: then it waits until saving. */
  function follow(stored: Stored<Values, Version>) {
    latest = stored
    if (!justSaved && version !== undefined && dirty()) return
    justSaved = false
    take(stored)
  }

  async function saving<Result>(act: (version: Version) => Promise<Result>): Promise<Result> {
    for (;;) {
      latest = undefined
      try {
        const result = await act(version as Version)
        if (latest) take(latest)
        else justSaved = true
        before = copy(given.values)
        return result
      } catch (error) {
        if (asProblem(error).code !== 'changed_meanwhile') throw error
        const stored = await given.read()
        if (!(await settled(stored))) throw error
        before = copy(stored.values)
        version = stored.version
      }
    }
  }

  async function settled(stored: Stored<Values, Version>): Promise<boolean> {
    const changer = await lastChanger()
    const found = differences(given.fields(), before, given.values, stored.values)
    return new Promise((resolve) => {
      const end = (answer: boolean) => {
        conflict.value = undefined
        resolve(answer)
      }
      conflict.value = {
        differences: found,
        ...changer,
        settle(choices) {
          for (const { path } of found) if (choices[path] === 'theirs') put(given.values, path, copy(valueAt(stored.values, path)))
          end(true)
        },
        dismiss: () => end(false),
      }
    })
  }

  async function lastChanger(): Promise<{ by?: string; at?: string }> {
    const trail = given.trail?.()
    if (!trail || !session.value?.roles.some((role) => role === 'administrator' || role === 'auditor')) return {}
    const { field, ...filter } = trail
    const latest = await auditPage(filter, undefined, field ? 20 : 1).catch(() => undefined)
    const event = latest?.items.find((one) => !field || one.fields.includes(field))
    return event ? { by: event.actor.name, at: event.at } : {}
  }

  return { conflict, saving, follow, take, dirty }
}

import { flushPromises } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import { defineComponent, reactive } from 'vue'
import { Problem } from '@/api/problem'
import { render } from '@/test/render'
import { useConflict } from './useConflict'

const changed = new Problem(412, 'changed_meanwhile', 'Changed', undefined, undefined)

/** A store of one thing, and somebody who edits it from version 1. */
function editing() {
  const stored = { values: { name: 'Kopi', price: '10' }, version: 1 }
  const values = reactive({ ...stored.values })
  let used!: ReturnType<typeof useConflict<typeof values, number>>
  render(
    defineComponent({
      setup() {
        used = useConflict({ values, version: 1, fields: () => [{ path: 'name', label: 'Nama' }, { path: 'price', label: 'Harga' }], read: async () => ({ values: { ...stored.values }, version: stored.version }) })
        return () => null
      },
    }),
  )
  const save = () =>
    used.saving(async (version) => {
      if (version !== stored.version) throw changed
      Object.assign(stored, { values: { ...values }, version: version + 1 })
    })
  return { stored, values, used, save }
}

describe('two people editing the same thing', () => {
  it('the slower one chooses, and both changes are kept', async () => {
    const { stored, values, used, save } = editing()
    values.name = 'Kopi susu'
    Object.assign(stored, { values: { name: 'Kopi hitam', price: '12' }, version: 2 })
    const saved = save()
    await flushPromises()
    expect(used.conflict.value!.differences.map(({ path, changed }) => [path, changed])).toEqual([['name', 'both'], ['price', 'theirs']])
    used.conflict.value!.settle({ name: 'mine', price: 'theirs' })
    await saved
    expect(stored).toEqual({ values: { name: 'Kopi susu', price: '12' }, version: 3 })
    expect(used.conflict.value).toBeUndefined()
  })

  it('who goes back to the form keeps what was typed and is told why nothing was saved', async () => {
    const { stored, values, used, save } = editing()
    values.name = 'Kopi susu'
    stored.version = 2
    const refused = save().catch((problem: Problem) => problem.code)
    await flushPromises()
    used.conflict.value!.dismiss()
    expect(await refused).toBe('changed_meanwhile')
    expect(values.name).toBe('Kopi susu')
    expect(stored.values.name).toBe('Kopi')
  })

  it('another refusal is nobody’s conflict', async () => {
    const { used } = editing()
    const refused = new Problem(422, 'invalid_request', 'Wrong', undefined, undefined)
    await expect(used.saving(() => Promise.reject(refused))).rejects.toBe(refused)
    expect(used.conflict.value).toBeUndefined()
  })

  it('follows what is read anew, but never over what was typed', () => {
    const { values, used } = editing()
    used.follow({ values: { name: 'Teh', price: '10' }, version: 2 })
    expect(values.name).toBe('Teh')
    values.name = 'Teh tarik'
    used.follow({ values: { name: 'Teh poci', price: '10' }, version: 3 })
    expect(values.name).toBe('Teh tarik')
    expect(used.dirty()).toBe(true)
  })
})

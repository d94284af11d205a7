import { computed, ref, watch } from 'vue'

/** Which of the options the arrow keys stand on, while the focus stays in the field above them. */
export function useActiveOption<Option extends { id: string }>(options: () => Option[]) {
  const activeId = ref<string>()
  const active = computed(() => options().find((option) => option.id === activeId.value) ?? options()[0])

  function move(by: number) {
    const all = options()
    if (all.length === 0) return
    const from = all.findIndex((option) => option.id === active.value?.id)
    activeId.value = all[(from + by + all.length) % all.length]!.id
  }

  /** Answers whether the key was one that moves. */
  function onKey(event: KeyboardEvent): boolean {
    if (event.key === 'ArrowDown') move(1)
    else if (event.key === 'ArrowUp') move(-1)
    else return false
    event.preventDefault()
    return true
  }

  // Other options: the first of them is meant, unless the old one is still there.
  watch(options, (all) => {
    if (!all.some((option) => option.id === activeId.value)) activeId.value = undefined
  })

  return { active, activate: (id: string) => (activeId.value = id), reset: () => (activeId.value = undefined), onKey }
}

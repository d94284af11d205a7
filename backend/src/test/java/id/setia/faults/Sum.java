package id.setia.faults;

/**
 * Points of a member.
 *
 * @param points in sum, those set aside included, less what is owed
 * @param held what is set aside
 */
record Sum(long points, long held) {

    Sum plus(Sum more) {
        return new Sum(points + more.points, held + more.held);
    }
}

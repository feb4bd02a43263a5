package org.keepreading.source;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.keepreading.teaser.KnownArticle;

/**
 * Decides what tells a document's articles. The guid is the identity (RSS 2.0). Where guids are missing, repeated, changing from
 * fetch to fetch or moving from one article to the next, the address decides; and where an address is that of several articles, as
 * a podcast's, a live blog's or a changelog's is, it is the guid, what stands behind the "#", or the headline.
 */
final class Identities {
    /** So many articles that came again with another guid and another date: that is how their source makes guids. */
    private static final int NO_COINCIDENCE = 2;

    private final IdentityHashMap<Entry, Item> items = new IdentityHashMap<>();
    private final Map<String, List<Item>> at;
    private final Map<String, KnownArticle> knownByGuid;
    private final Map<String, List<KnownArticle>> knownAt;
    private final Set<String> repeated = new HashSet<>();
    private final Set<String> shared = new HashSet<>();
    private final Set<String> sharedLinks = new HashSet<>();
    private final boolean guidsTell;

    /** What the store has of the document's source under any of these guids or addresses. */
    interface Store {
        List<KnownArticle> known(Collection<String> guids, Collection<String> addresses);
    }

    private Identities(List<Item> list, List<KnownArticle> known) {
        list.forEach(item -> items.put(item.entry(), item));
        at = list.stream().collect(groupingBy(Item::address, LinkedHashMap::new, toList()));
        knownByGuid = known.stream().collect(toMap(KnownArticle::guid, article -> article));
        knownAt = known.stream().collect(groupingBy(KnownArticle::address));
        findRepeated(list);
        findShared();
        guidsTell = !areMoving(list) && !areChanging(list);
        list.stream().filter(this::isAnotherThanThoseKnown).map(Item::address).forEach(shared::add);
    }

    static Identities of(List<Entry> entries, Store store) {
        var items = entries.stream().flatMap(entry -> Item.of(entry).stream()).toList();
        var guids = items.stream().map(Item::guid).filter(Objects::nonNull).collect(toSet());
        var addresses = items.stream().map(Item::address).collect(toSet());
        return new Identities(items, store.known(guids, addresses));
    }

    /** @throws Refused if the entry has no address */
    Identity of(Entry entry) {
        var item = items.get(entry);
        if (item == null) {
            return Identity.byAddress(Drafting.url(entry).identity());
        }
        return shared.contains(item.address()) ? ofShared(item) : ofItsOwn(item);
    }

    private Identity ofShared(Item item) {
        var guid = item.hasTellingGuid() ? trusted(item) : null;
        return guid == null
                ? Identity.sharedWithoutGuid(item.address(), key(item))
                : Identity.shared(guid, item.address());
    }

    private Identity ofItsOwn(Item item) {
        var guid = trusted(item);
        return guid == null ? Identity.byAddress(item.address()) : Identity.byGuid(guid, item.address());
    }

    private @Nullable String trusted(Item item) {
        return guidsTell && !repeated.contains(item.guid()) ? item.guid() : null;
    }

    /** What tells it where no guid does: what stands behind the "#", unless that stands behind another's as well. */
    private String key(Item item) {
        return item.anchor().isEmpty() || sharedLinks.contains(item.link()) ? item.headline() : "#" + item.anchor();
    }

    /** A guid that several articles have tells none of them; the same article may stand in a document twice. */
    private void findRepeated(List<Item> list) {
        var first = new HashMap<String, Item>();
        for (var item : list) {
            var before = item.guid() == null ? null : first.putIfAbsent(item.guid(), item);
            if (before != null && !isVersionOf(before, item)) {
                repeated.add(String.valueOf(item.guid()));
            }
        }
    }

    private static boolean isVersionOf(Item before, Item item) {
        return before.address().equals(item.address())
                && (before.headline().equals(item.headline()) || Objects.equals(before.published(), item.published()));
    }

    private void findShared() {
        at.forEach((address, there) -> {
            var first = there.get(0);
            if (there.stream().anyMatch(item -> isAnother(first, item)) || isKnownAsShared(address)) {
                shared.add(address);
            }
            there.stream()
                    .collect(groupingBy(Item::link))
                    .forEach((link, same) -> same.stream()
                            .filter(item -> !item.headline().equals(same.get(0).headline()))
                            .findFirst()
                            .ifPresent(item -> sharedLinks.add(link)));
        });
    }

    private boolean isAnother(Item first, Item item) {
        var bothTell = tells(first) && tells(item);
        return bothTell
                ? !Objects.equals(first.guid(), item.guid()) && !first.isSameAs(item)
                : !first.headline().equals(item.headline());
    }

    private boolean tells(Item item) {
        return item.hasTellingGuid() && !repeated.contains(item.guid());
    }

    private boolean isKnownAsShared(String address) {
        return knownAt.getOrDefault(address, List.of()).stream().anyMatch(KnownArticle::sharesItsAddress);
    }

    /** As numbers by place do: an article's guid is that of another now, and its own has gone on to the next. */
    private boolean areMoving(List<Item> list) {
        var guidAt = new HashMap<String, String>();
        list.stream().filter(this::tells).forEach(item -> guidAt.put(place(item), String.valueOf(item.guid())));
        return list.stream().filter(this::tells).anyMatch(item -> {
            var before = knownByGuid.get(item.guid());
            var now = before == null || place(before).equals(place(item)) ? item.guid() : guidAt.get(place(before));
            return now != null && !now.equals(item.guid());
        });
    }

    private String place(Item item) {
        return shared.contains(item.address()) ? item.address() + "\n" + item.headline() : item.address();
    }

    private String place(KnownArticle known) {
        return shared.contains(known.address()) ? known.address() + "\n" + known.headline() : known.address();
    }

    /** Articles that are known come under new guids. */
    private boolean areChanging(List<Item> list) {
        var renamed = list.stream().filter(this::isNewWhereOthersAreKnown).toList();
        return renamed.stream().anyMatch(this::isKnownByDate)
                || renamed.stream().filter(this::isKnownByHeadline).count() >= NO_COINCIDENCE;
    }

    private boolean isNewWhereOthersAreKnown(Item item) {
        return tells(item)
                && !shared.contains(item.address())
                && !knownByGuid.containsKey(item.guid())
                && knownAt.containsKey(item.address());
    }

    private boolean isKnownByDate(Item item) {
        return knownAt.getOrDefault(item.address(), List.of()).stream()
                .anyMatch(known -> item.published() == null
                        ? known.headline().equals(item.headline())
                        : known.publishedAt().equals(item.published()));
    }

    private boolean isKnownByHeadline(Item item) {
        return knownAt.getOrDefault(item.address(), List.of()).stream()
                .anyMatch(known -> known.headline().equals(item.headline()));
    }

    /** The address was another's who has a guid of their own: they share it, though never in one document. */
    private boolean isAnotherThanThoseKnown(Item item) {
        return guidsTell
                && isNewWhereOthersAreKnown(item)
                && knownAt.getOrDefault(item.address(), List.of()).stream()
                        .noneMatch(known -> known.guid().equals(known.address()));
    }

    /** A line for each address that is that of several items: what became of them. */
    List<String> notes() {
        return at.values().stream()
                .filter(there -> there.size() > 1)
                .map(this::note)
                .toList();
    }

    private String note(List<Item> there) {
        var articles = there.stream()
                .map(item -> of(item.entry()).article())
                .distinct()
                .count();
        var link = Plain.atMost(200, there.get(0).link());
        return articles == 1
                ? "%d items are one article, %s; what the last of them says is kept.".formatted(there.size(), link)
                : "%d items share one address, %s; %d articles were made of them."
                        .formatted(there.size(), link, articles);
    }
}

-- Which pauses end by themselves, without a look at every subscriber.
create index subscriber_waking on subscriber (paused_until);

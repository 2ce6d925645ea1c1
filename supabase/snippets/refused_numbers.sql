-- People who cannot sign in because their number gets no SMS. A new number goes into accounts.phone.
select * from admin.refused_numbers limit 100;
